/** Ties before the words: `Peskov said: "…"`, `according to Peskov, "…"`, a line that ends in a colon. */
import { isStatement } from '../marks/shape.ts'
import type { Token } from '../marks/tokens.ts'
import { isPlace } from '../words/places.ts'
import { AUXILIARIES } from '../words/words.ts'
import { type NamedLine, readForward } from './phrases.ts'
import { clauseSubject, readVerb, subjectOf, type Verb } from './subjects.ts'
import { canSpeak, sentenceStart, type Tie } from './tie.ts'

/** Words that open a clause of its own, whose words in marks the verb before it does not report. */
const OTHER_CLAUSE = /^(?:after|when|while|because|since|although|though|whereas)$/

/** `Peskov said: "…"`, `accused the embassy of "…"`; `near` asks that nothing but small words stand between. */
export function findBefore(line: NamedLine, start: number, at: number, near: boolean): Tie | null {
  const { tokens } = line
  let word = at - 1
  while (word >= start && /^[,:–—-]$/.test(tokens[word]?.text ?? '')) word--
  const pause = tokens[at - 1]?.text
  if (near && pause === ':' && word >= start) return findBefore(line, start, at, false) ?? afterColon(line, start, at)
  for (let v = word, skipped = 0; v >= start; v--, skipped++) {
    if (near && skipped > 1) return null
    const token = tokens[v] as Token
    if (token.lower === 'according' && tokens[v + 1]?.lower === 'to' && !near) return accordingTo(line, v, 'before')
    const verb = readVerb(line, v)
    if (verb === null) {
      // "released after "successful negotiations"", "said that after a meeting Washington had": no clause of its own.
      const isClause = OTHER_CLAUSE.test(token.lower) && v < word && tokens[v - 1]?.lower !== 'that'
      if (!near && pause !== ':' && isClause) {
        const source = tokens[start]?.lower === 'according' && tokens[start + 1]?.lower === 'to'
        return source ? accordingTo(line, start, 'before') : null
      }
      if (near && !/^(?:that|how|as|if|why|it|him|her|them|me|us|a|an|the)$/.test(token.lower)) return null
      continue
    }
    if (verb.weak && v < word && pause !== ':' && !reportsWeakly(line, verb, word)) continue
    const phrase = subjectOf(line, start, verb)
    // "Pompeo said Washington had concluded that": a place says nothing, so the verb before it is asked.
    if (!near && phrase?.kind === 'name' && isPlace(phrase.mention.person.name)) continue
    if (phrase !== null && canSpeak(phrase)) return { line, phrase, cue: verb, place: 'before' }
  }
  return null
}

/** "put it "…"", "aims to "…"" */
function reportsWeakly({ tokens }: NamedLine, verb: Verb, last: number): boolean {
  const next = tokens[verb.to]?.lower
  return (verb.base === 'put' && next === 'it') || (next === 'to' && last === verb.to && INTENTIONS.has(verb.base))
}

const INTENTIONS = new Set('aim hope plan want intend seek'.split(' '))

/** Verbs that "made the following comment:" and the like may have; others are cues or auxiliaries. */
const ANY_VERB = /(?:ed|ing)$|^(?:made|gave|took|sent|held|went|left|came|ran)$/

/** A sentence that leads up to a colon speaks through its subject: `Trump was blunt: "…"`. */
function afterColon(line: NamedLine, start: number, at: number): Tie | null {
  const phrase = clauseSubject(line, start, at)
  if (phrase === null || !canSpeak(phrase)) return null
  const quoted = line.tokens[at]?.text ?? 'A paragraph below.'
  const isSentence = isStatement(quoted, true)
  if (phrase.kind === 'name' && phrase.from === phrase.mention.from && phrase.to >= at - 1) {
    const { human, name } = phrase.mention.person
    const isLabel = /\s\p{Ll}/u.test(quoted) && (human === true || (isSentence && / /.test(name)))
    return isLabel ? { line, phrase, cue: null, place: 'before' } : null
  }
  if (!isSentence) return null
  const isPerson = phrase.kind === 'name' && phrase.mention.person.human === true
  const hasVerb = line.tokens.slice(phrase.to, at).some(({ lower }) => AUXILIARIES.has(lower) || ANY_VERB.test(lower))
  // "Review: "…"", "Super Bowl XXIV: "…"": words before a colon that are no person's name and do nothing.
  return isPerson || hasVerb || (phrase.kind === 'description' && phrase.to - phrase.from > 1)
    ? { line, phrase, cue: null, place: 'before' }
    : null
}

/** A paragraph that ends in a colon introduces the quotation that opens the next one. */
export function findAbove(previous: NamedLine | null, at: number): Tie | null {
  if (previous === null || at !== 0) return null
  const end = previous.tokens.length
  if (previous.tokens[end - 1]?.text !== ':') return null
  return findBefore(previous, sentenceStart(previous, end - 1), end, true)
}

export function accordingTo(line: NamedLine, at: number, place: 'before' | 'after'): Tie | null {
  const source = readForward(line, at + 2)
  if (source === null) return null
  // "according to a survey by Penelope Abernathy"
  const author = line.tokens[source.to]?.lower === 'by' ? readForward(line, source.to + 1) : null
  const phrase = source.kind === 'description' && author?.kind === 'name' ? author : source
  return { line, phrase, cue: { from: at, to: at + 2 }, place }
}
