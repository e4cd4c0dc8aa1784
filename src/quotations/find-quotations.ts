/** Finds every quotation of an article with its speaker; the steps are in `quotations/`, looking quotations up is `answer/`'s. */
import type { Article } from '../article/article.ts'
import type { Quotation } from '../article/quotation.ts'
import { type Draft, draftLine, isBreak, joinParagraphs, lineAbove, MOST_BREAKS } from './drafts.ts'
import { isDash, type NamedLine } from './grammar/phrases.ts'
import type { Tie } from './grammar/tie.ts'
import { findQuoted, type Quoted } from './marks/marks.ts'
import { readLines, type Token } from './marks/tokens.ts'
import type { Mention, People, Person } from './people/people.ts'
import { readPeople } from './people/read-people.ts'
import { Reader } from './referents/reader.ts'
import { nobody, type Referent } from './referents/referent.ts'

/** The quotations of an article, in the order of the text. Speakers are found by rules for English; other languages give few. */
export function findQuotations(article: Article): readonly Quotation[] {
  const quoted = findQuoted(article)
  if (quoted.length === 0) return []
  const lines = readLines(article, quoted)
  const people = readPeople(article, lines)
  const named = lines.map((line, index) => placeMentions(line, people.mentions[index] ?? []))
  const drafts = named.flatMap((line, index) => draftLine(line, lineAbove(named, index), quoted))
  const joined = joinParagraphs(drafts)
  const referents = resolveAll(article, named, people, joined)
  return joined.map((draft, index) => finish(article, draft, referents[index] ?? nobody))
}

function placeMentions(
  line: { readonly tokens: readonly Token[]; readonly paragraph: number },
  mentions: readonly Mention[],
): NamedLine {
  const mentionAt: (Mention | null)[] = line.tokens.map(() => null)
  for (const mention of mentions) mentionAt.fill(mention, mention.nameFrom, mention.to)
  return { ...line, mentionAt }
}

function resolveAll(
  article: Article,
  lines: readonly NamedLine[],
  people: People,
  drafts: readonly Draft[],
): readonly Referent[] {
  const speaking = new Set(
    drafts.flatMap(draft => (draft.tie?.phrase.kind === 'name' ? [draft.tie.phrase.mention] : [])),
  )
  const heads = new Set(drafts.flatMap(({ tie }) => (tie === null ? [] : headOf(tie))))
  const bySurname = new Map(people.people.toReversed().map(person => [surnameOf(person.name), person]))
  const reader = new Reader({ lines, speaking, heads, ...people, author: authorOf(article) })
  const referents: Referent[] = []
  let read = 0
  const isBetween = (from: number, to: number) => lines.slice(from + 1, to).every(isBreak)
  drafts.forEach((draft, index) => {
    const needed = Math.max(draft.parts[0]?.paragraph ?? 0, draft.tie?.line.paragraph ?? 0)
    for (; read <= needed; read++) reader.read(read)
    const last = drafts[index - 1]
    const [from, to] = [last?.parts.at(-1)?.paragraph ?? -1, draft.parts[0]?.paragraph ?? 0]
    const isNext = last !== undefined && to - from <= MOST_BREAKS + 1 && isBetween(from, to)
    referents.push(referTo(draft, isNext ? (referents[index - 1] ?? nobody) : nobody, reader, bySurname))
  })
  return referents
}

function referTo(draft: Draft, before: Referent, reader: Reader, bySurname: ReadonlyMap<string, Person>): Referent {
  const labelled = draft.label === null ? null : byLabel(draft.label, bySurname)
  if (labelled !== null) return labelled
  if (draft.tie !== null) {
    const resolved = reader.resolve(draft.tie.line, draft.tie.phrase)
    return goesOn(draft.tie, before.person) ? before : resolved
  }
  if (!draft.statement) return nobody
  if (draft.earlier !== null) return reader.resolve(draft.earlier.line, draft.earlier.phrase)
  // `"…" — Rolling Stone, 1971` is signed by what no speaker is.
  return draft.line.tokens[draft.at]?.opens && !isDash(draft.line.tokens[draft.at + 1]) ? before : nobody
}

/** The noun of "the captain" who came back on the intercom and said something. */
function headOf({ line, phrase }: Tie): Token[] {
  if (phrase.kind !== 'description') return []
  return line.tokens.slice(phrase.from, phrase.to).filter(({ lower }) => lower === phrase.head)
}

/** Whether "she added" goes on with what this person said before it. */
function goesOn({ phrase, line, cue }: Tie, speaker: Person | null): boolean {
  if (phrase.kind !== 'pronoun' || !/^(?:he|she)$/.test(phrase.lower) || cue === null || speaker?.human !== true)
    return false
  const isMore = /^(?:add|continu|conclud)/.test(line.tokens[cue.to - 1]?.lower ?? '')
  return isMore && (speaker.gender === null || speaker.gender === (phrase.lower === 'he' ? 'male' : 'female'))
}

function surnameOf(name: string): string {
  return name.toLowerCase().split(/\s+/).at(-1) ?? ''
}

function byLabel(label: string, bySurname: ReadonlyMap<string, Person>): Referent | null {
  const person = bySurname.get(surnameOf(label))
  // "POV:" is no name.
  if (person === undefined && label.length < 4) return null
  return person === undefined
    ? { ...nobody, name: label }
    : { person, name: person.name, description: person.description }
}

/** The reporter, where "I said" means one person whose name is known. */
function authorOf(article: Article): string | null {
  const byline = article.byline?.replace(/^by\s+/i, '') ?? ''
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(byline) &&
    !/\b(?:team|staff|desk|agency|press|news)\b/i.test(byline)
    ? byline
    : null
}

function finish(article: Article, draft: Draft, referent: Referent): Quotation {
  const parts = draft.parts.map(({ start, end }) => ({ start, end }))
  const cue = draft.tie?.cue
  const tokens = draft.tie?.line.tokens ?? []
  return {
    parts,
    paragraph: (draft.parts[0] as Quoted).paragraph + 1,
    kind: draft.statement || parts.length > 1 ? 'statement' : 'fragment',
    speaker: referent.name,
    description: referent.description,
    cue: cue ? article.body.slice((tokens[cue.from] as Token).start, (tokens[cue.to - 1] as Token).end) : null,
  }
}
