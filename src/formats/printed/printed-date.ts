/** Finds the date that a page prints beside an article: "Updated: Jan 24, 2021, 11:27 PM IST". */
import { isDate } from '../values.ts'

const months: readonly string[] = [
  'jan|january|enero|janvier|januar|janeiro|gennaio|января',
  'feb|february|febrero|février|februar|fevereiro|febbraio|февраля',
  'mar|march|marzo|mars|märz|março|марта',
  'apr|april|abril|avril|aprile|апреля',
  'may|mayo|mai|maio|maggio|мая',
  'jun|june|junio|juin|juni|junho|giugno|июня',
  'jul|july|julio|juillet|juli|julho|luglio|июля',
  'aug|august|agosto|août|августа',
  'sep|sept|september|septiembre|septembre|setembro|settembre|сентября',
  'oct|october|octubre|octobre|oktober|outubro|ottobre|октября',
  'nov|november|noviembre|novembre|novembro|ноября',
  'dec|december|diciembre|décembre|dezember|dezembro|dicembre|декабря',
]
const monthNumbers: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split('|').map((name): [string, number] => [name, index + 1])),
)
const month = `(${months.join('|')})`
const label = String.raw`(?:(?:first |last )?(?:updated|published|posted|modified)(?: on| at)?\s*:?\s*)`
const weekday = String.raw`(?:\p{L}{3,9},\s+)?`
const time = String.raw`(?:(?:,|\s+at|\s*[|•·–-])?\s*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[\p{L}]{2,5}\)?)?)?`
const day = String.raw`(?:(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?|${month}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})|(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+de)?\s+${month}\.?,?(?:\s+de)?\s+(\d{4}))`
const printed = new RegExp(`(${label})?${weekday}(?<![\\p{L}\\d])${day}${time}`, 'iu')

/** `day` is YYYY-MM-DD; `start` is where the date or its label begins; `isCredit` when the line holds little besides it. */
export type PrintedDate = { readonly day: string; readonly start: number; readonly isCredit: boolean }

/**
 * The first date in a line that is a credit rather than prose: labelled ("Published: …"), or at most 60 characters beside the date.
 * Null when there is none, and for dates that can be read two ways, such as 01/02/2021.
 */
export function findDate(line: string): PrintedDate | null {
  if (line.length > 200) return null
  const match = printed.exec(line)
  if (match === null) return null
  const [whole, labelled, year, monthDigits, dayDigits, name, dayAfter, yearAfter, dayBefore, nameAfter, yearLast] =
    match
  const number = monthNumbers.get((name ?? nameAfter ?? '').toLowerCase()) ?? Number(monthDigits)
  const date = [year ?? yearAfter ?? yearLast, pad(number), pad(Number(dayDigits ?? dayAfter ?? dayBefore))].join('-')
  const isCredit = labelled !== undefined || line.length - whole.length <= 60
  return isDate(date) && isCredit ? { day: date, start: match.index, isCredit } : null
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
