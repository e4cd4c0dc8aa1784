/** Quotations in the making: which words in marks are one quotation, and what ties it to a speaker. Who that is, is left to `referents/`. */
import { findTie } from './grammar/cues.ts'
import { findEarlier } from './grammar/earlier.ts'
import type { NamedLine } from './grammar/phrases.ts'
import type { Tie } from './grammar/tie.ts'
import type { Quoted } from './marks/marks.ts'
import { isStatement, isTitle, readLabel } from './marks/shape.ts'

/** A quotation in the making: its parts so far, and what ties it to its speaker. */
export type Draft = {
  readonly parts: Quoted[]
  readonly line: NamedLine
  /** Where the last part stands in its line. */
  at: number
  /** True until a second part joins the first. */
  single: boolean
  readonly tie: Tie | null
  /** Who spoke before it, when nothing ties it to a speaker. */
  readonly earlier: Tie | null
  readonly statement: boolean
  readonly title: boolean
  readonly label: string | null
}

/** How many sub-headings and captions may stand between a paragraph and the one it goes on from. */
export const MOST_BREAKS = 2

/** The paragraph of running text above a line: sub-headings and embedded posts between them are passed over. */
export function lineAbove(lines: readonly NamedLine[], index: number): NamedLine | null {
  let above = index - 1
  while (above >= 0 && index - above <= MOST_BREAKS && isBreak(lines[above] as NamedLine)) above--
  return lines[above] ?? null
}

/** Whether a paragraph is a sub-heading or a caption: short, and without the full stop that ends a sentence. */
export function isBreak({ tokens }: NamedLine): boolean {
  return (
    tokens.length <= LONGEST_HEADING &&
    !/[.!?:…"”’)]$/.test(tokens.at(-1)?.text ?? '.') &&
    tokens.at(-1)?.kind !== 'quoted'
  )
}

const LONGEST_HEADING = 14

/** The quotations of one paragraph; what "he said" breaks in two is one. */
export function draftLine(line: NamedLine, previous: NamedLine | null, quoted: readonly Quoted[]): Draft[] {
  const drafts: Draft[] = []
  let last: Draft | undefined
  line.tokens.forEach((token, at) => {
    if (token.kind !== 'quoted' || line.mentionAt[at]) return
    const part = quoted[token.quoted] as Quoted
    const title = isTitle(line, at)
    const tie = title ? null : findTie(line, at, previous)
    const statement = !title && isStatement(token.text, tie !== null)
    if (!title && last !== undefined && isBroken(line, last, at, tie)) {
      last.parts.push(part)
      last.at = at
      last.single = false
      return
    }
    const draft: Draft = {
      parts: [part],
      line,
      at,
      single: true,
      tie,
      earlier: tie === null && statement && token.opens ? findEarlier(line, at, previous) : null,
      statement,
      title,
      label: token.opens ? readLabel(token.text) : null,
    }
    drafts.push(draft)
    if (!title) last = draft
  })
  return drafts
}

/** How many tokens "he said" and the words in marks that go on may have between them: ", adding that". */
const LONGEST_LEAD = 2

/** The tokens of the longest "he said, …" within a quotation. */
const LONGEST_BREAK = 100

/** Whether only "he said" and what belongs to it stands between a quotation and the next words in marks. */
function isBroken(line: NamedLine, last: Draft, at: number, tie: Tie | null): boolean {
  if (last.tie?.place !== 'after' || last.tie.line !== line) return false
  if (tie !== null) {
    if (tie.place !== 'before' || tie.phrase.from !== last.tie.phrase.from) return false
    // `"wide open", said The Guardian, with several teams "capable of" it` are two.
    const said = Math.max(last.tie.phrase.to, last.tie.cue?.to ?? 0)
    const goesOn = line.tokens[at]?.opens || /^[,:]$/.test(line.tokens[at - 1]?.text ?? '')
    return goesOn || tie.cue?.from !== last.tie.cue?.from || at - said <= LONGEST_LEAD
  }
  if (at - last.at > LONGEST_BREAK) return false
  const between = line.tokens.slice(last.at + 1, at)
  if (between.some((token, index) => token.opens && (index > 0 || !last.single))) return false
  return line.tokens[at]?.opens === true || line.tokens[at - 1]?.text === ','
}

/** Joins words that run on from the paragraph before, where the mark was left open. */
export function joinParagraphs(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    if (draft.parts[0]?.continues && draft.label === null && last !== undefined) {
      const tie = last.tie ?? draft.tie
      last.parts.push(...draft.parts)
      joined[joined.length - 1] = {
        ...last,
        tie,
        at: draft.at,
        line: draft.line,
        parts: last.parts,
      }
    } else joined.push(draft)
  }
  return joined
}
