/** Reads a day that a person typed: "2021-01-24", "January 2021", "yesterday", "24. Januar 2021". Prose is left to `formats/`. */
import type { Chrono } from 'chrono-node'

/** The reader of dates in each language that it has one for; loaded on first use, since it takes longer than an answer. */
const readers: Readonly<Record<string, () => Promise<Pick<Chrono, 'parse'>>>> = {
  en: () => import('chrono-node/en'),
  de: () => import('chrono-node/de'),
  es: () => import('chrono-node/es'),
  fr: () => import('chrono-node/fr'),
  pt: () => import('chrono-node/pt'),
  ru: () => import('chrono-node/ru'),
}

/**
 * The day as YYYY-MM-DD; of a month or a year the first day, or with `edge` `last` the last one. Null when it is no date.
 * `now`: what "yesterday" counts from. Days are in UTC.
 */
export async function readDay(
  typed: string,
  edge: 'first' | 'last',
  locale: string,
  now: Date,
): Promise<string | null> {
  const text = typed.trim()
  const numbers = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text)
  if (numbers !== null) return edgeOf(Number(numbers[1]), numbers[2] === undefined ? null : Number(numbers[2]), edge)
  const languages = [...new Set([locale.slice(0, 2), 'en'])]
  for (const language of languages) {
    const reader = await readers[language]?.()
    const [found] = reader?.parse(text, { instant: now, timezone: 0 }) ?? []
    if (found === undefined) continue
    const { start } = found
    const [year, month] = [start.get('year'), start.get('month')]
    if (year === null || month === null) continue
    if (!start.isCertain('day') && !start.isCertain('weekday') && start.isCertain('month'))
      return edgeOf(year, month, edge)
    return dayOf(year, month, start.get('day') ?? 1)
  }
  return null
}

/** The first or the last day of a month, or of a year when `month` is null; null when there is no such month. */
function edgeOf(year: number, month: number | null, edge: 'first' | 'last'): string | null {
  if (month !== null && (month < 1 || month > 12)) return null
  return edge === 'first' ? dayOf(year, month ?? 1, 1) : dayOf(year, (month ?? 12) + 1, 0)
}

function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
