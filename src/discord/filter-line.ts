/** What the articles of an answer were limited to, in one line that can be read again: "The Herald · 2021-01-01 – …". */
import type { ArticleFilter } from '../library/lookup/article-filter.ts'

/** Null when nothing was limited. */
export function formatFilter(filter: ArticleFilter | null): string | null {
  if (filter === null) return null
  const { outlet, from, to } = filter
  const days = from === null && to === null ? null : `${from ?? '…'} – ${to ?? '…'}`
  return [outlet, days].filter(part => part !== null).join(' · ')
}

/** The filter that `formatFilter` made `line` of. */
export function readFilter(line: string): ArticleFilter {
  const days = /(?:^| · )(\d{4}-\d{2}-\d{2}|…) – (\d{4}-\d{2}-\d{2}|…)$/.exec(line)
  if (days === null) return { outlet: line, from: null, to: null }
  const [, from, to] = days
  const outlet = line.slice(0, days.index)
  return {
    outlet: outlet === '' ? null : outlet,
    from: from === '…' ? null : (from ?? null),
    to: to === '…' ? null : (to ?? null),
  }
}
