/** Reads what a question says about where and when: "what does the Herald say about the bridge", "the latest on the bridge". */

import type { Library } from '../../library/library.ts'
import { suggestOutlets } from '../../library/lookup/article-filter.ts'
import { foldedWords } from '../../library/lookup/outlets.ts'

/** A question without the words that name its aim. `outlet` as articles name it; null when all are asked. */
export type Aim = { readonly question: string; readonly outlet: string | null; readonly newestFirst: boolean }

const SAYS =
  /^what (?:does|did|do|has|have) (?<outlet>.{2,60}?) (?:say|said|write|written|report|reported|print|printed)(?: in (?:its|their) (?:article|report|story))? (?:about|on|of) (?<rest>.+)$/iu
const ACCORDING = /^according to (?<outlet>[^,]{2,60}), (?<rest>.+)$/iu
const LATEST =
  /^(?:(?:what is|what's|whats|show me|give me|tell me|any) )?(?:the )?(?:latest|newest|most recent)(?: news| articles?| reports?)? (?:on|about|from|regarding) (?<rest>.+)$/iu

/** The aim of a question; the question as it is when it has none. */
export function readAim(library: Library, question: string): Aim {
  const text = question.trim().replace(/\s+/g, ' ')
  const latest = LATEST.exec(text)?.groups?.rest
  if (latest !== undefined) return { question: latest, outlet: null, newestFirst: true }
  const { outlet, rest } = SAYS.exec(text)?.groups ?? ACCORDING.exec(text)?.groups ?? {}
  const named = outlet === undefined ? null : outletNamed(library, outlet)
  return named === null || rest === undefined
    ? { question, outlet: null, newestFirst: false }
    : { question: rest, outlet: named, newestFirst: false }
}

/** The only outlet that has all of the words; a person of that name is nobody's outlet, so words are never completed. */
function outletNamed(library: Library, typed: string): string | null {
  const wanted = foldedWords(typed).replace(/^the /, '')
  const fitting = suggestOutlets(library, wanted, Number.POSITIVE_INFINITY)
  const whole = fitting.find(outlet => foldedWords(outlet).replace(/^the /, '') === wanted)
  if (whole !== undefined) return whole
  const [only, another] = fitting.filter(outlet => ` ${foldedWords(outlet)} `.includes(` ${wanted} `))
  return another === undefined ? (only ?? null) : null
}
