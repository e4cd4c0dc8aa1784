/** What a term says about the kind of answer it may be part of: read off the term itself, by closed English word lists. */

// Bits of a term's kind.
export const YEAR = 1
export const CALENDAR = 2
export const NUMBER_WORD = 4
export const DIGITS = 8
export const PRONOUN = 16
export const REASON = 32
export const PLACE_PREPOSITION = 64
export const MEASURE = 128

const words = (list: string, kind: number): [string, number][] => list.split(' ').map(word => [word, kind])

// Terms are stems: "january" stands as "januari", "seventy" as "seventi".
const kinds: ReadonlyMap<string, number> = new Map([
  ...words('januari februari march april june juli august septemb octob novemb decemb', CALENDAR),
  ...words(
    'monday tuesdai wednesdai thursdai fridai saturdai sundai mondai tuesday wednesday thursday friday saturday sunday',
    CALENDAR,
  ),
  ...words('centuri decad spring summer autumn winter yesterdai tomorrow todai', CALENDAR),
  ...words(
    'one two three four five six seven eight nine ten eleven twelv thirteen fourteen fifteen sixteen twenti thirti forti',
    NUMBER_WORD,
  ),
  ...words(
    'fifti sixti seventi eighti nineti hundr thousand million billion trillion dozen half quarter twice third fourth fifth',
    NUMBER_WORD,
  ),
  ...words('first second sixth seventh eighth ninth tenth sever doubl tripl singl', NUMBER_WORD),
  ...words('he she it thei they him her them his hi their it thi this these those that', PRONOUN),
  ...words('becaus due sinc caus reason therefor thu order result so account', REASON),
  ...words('in at near from on across outsid insid within through around', PLACE_PREPOSITION),
  ...words(
    'percent mile kilomet metr meter km feet foot inch acr hectar ton tonn pound kilogram dollar euro degre year month',
    MEASURE,
  ),
  ...words('week dai day hour minut second centimet squar cubic gallon litr liter watt mph people inhabit', MEASURE),
])

/** The kinds of a term, as bits. */
export function kindOf(term: string): number {
  const kind = kinds.get(term) ?? 0
  const first = term.charCodeAt(0)
  if (!(first >= 0x30 && first <= 0x39)) return kind // no digit
  return kind | DIGITS | (/^(?:1[0-9]|20)\d\d(?:s|ad|bc|bce|ce)?$/.test(term) ? YEAR : 0)
}
