/** Finds the verb that ties a quotation to its speaker, and the phrase that names the speaker; resolving that phrase is left to `resolve.ts`. */

import { isStatement } from '../marks/shape.ts'
import type { Token } from '../marks/tokens.ts'
import { stripStop } from '../people/names.ts'
import { isPlace } from '../words/places.ts'
import { AUXILIARIES, CUE_VERBS, OPENERS, WRITINGS } from '../words/words.ts'
import { isAdverb, isDash, isSpeaking, type NamedLine, type Phrase, readBackward, readForward } from './phrases.ts'
import { clauseSubject, readVerb, subjectOf, type Verb } from './subjects.ts'

/** How a quotation is tied to a speaker. `cue` is the range of tokens of the verb; null for a colon or a signature. */
export type Tie = {
  readonly line: NamedLine
  readonly phrase: Phrase
  readonly cue: { readonly from: number; readonly to: number } | null
  readonly place: 'before' | 'after'
}

/** The tie of the quotation that stands as token `at` of `line`; `previous` is the line above it. */
export function findTie(line: NamedLine, at: number, previous: NamedLine | null): Tie | null {
  const start = sentenceStart(line, at)
  const near = findBefore(line, start, at, true)
  const after = findAfter(line, at)
  // `Guterres pleaded for an end to "…," according to a news release`: the release reports what somebody said.
  if (near === null && after !== null && isWritten(after)) {
    const reported = findBefore(line, start, at, false)
    return reported !== null && !hasComma(line, reported.cue?.to ?? at, at) ? reported : after
  }
  // "the amount used, "…," Hamilton argued": a weak verb before the words yields to a plain one behind them.
  if (near !== null && (after === null || !isWeak(near))) return near
  return (
    after ??
    findOwner(line, at) ??
    findBefore(line, start, at, false) ??
    findLater(line, at) ??
    (at === start ? findAbove(previous, at) : null) ??
    findSignature(line, at)
  )
}

/** `Pink ("…"), Sheryl Crow` and `Portnow's controversial "step up" remarks`: words that belong to the name before them. */
function findOwner(line: NamedLine, at: number): Tie | null {
  const { tokens } = line
  if (tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')') {
    const phrase = readBackward(line, at - 2)
    return phrase?.kind === 'name' && phrase.to === at - 1 && isStatement(tokens[at]?.text ?? '', false)
      ? { line, phrase, cue: null, place: 'before' }
      : null
  }
  if (!SPOKEN.test(tokens[at + 1]?.lower ?? '')) return null
  for (let k = at - 1; k >= Math.max(0, at - 3) && tokens[k]?.kind !== 'quoted' && !tokens[k + 1]?.opens; k--) {
    if (tokens[k]?.text !== "'s") continue
    const phrase = readBackward(line, k - 1)
    return phrase?.kind === 'name' && phrase.to === k ? { line, phrase, cue: null, place: 'before' } : null
  }
  return null
}

/** What a name's words in marks may be: "Portnow's "step up" remarks". */
const SPOKEN =
  /^(?:remarks?|comments?|speech|statements?|tweets?|posts?|quips?|jokes?|claims?|suggestions?|pledges?|promises?|apology|rant|line)$/

function hasComma({ tokens }: NamedLine, from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++) if (tokens[at]?.text === ',') return true
  return false
}

function isWritten({ line, phrase, cue }: Tie): boolean {
  if (cue === null || line.tokens[cue.from]?.lower !== 'according') return false
  return phrase.kind === 'description' && WRITINGS.has(phrase.head)
}

function isWeak({ line, cue }: Tie): boolean {
  return cue !== null && (readVerb(line, cue.to - 1)?.weak ?? false)
}

/** How many tokens of a sentence are read on either side of a quotation: no printed sentence has more, and a hostile one costs no more. */
const LONGEST_SENTENCE = 100

/** The first token of the sentence that token `at` belongs to. */
export function sentenceStart(line: NamedLine, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_SENTENCE && !line.tokens[start]?.opens) start--
  return start
}

/** The position after the last token of the sentence that token `at` belongs to. */
export function sentenceEnd(line: NamedLine, at: number): number {
  let end = at + 1
  while (end < line.tokens.length && end - at < LONGEST_SENTENCE && !line.tokens[end]?.opens) end++
  return end
}

/** `"…," Peskov said` and `"…," said Peskov`. */
function findAfter(line: NamedLine, at: number): Tie | null {
  const { tokens } = line
  const quoted = tokens[at] as Token
  let next = at + 1
  const stopped = /[.]['’)\]]*\s*$/.test(quoted.text) && !/(?:\.\.\.|…)['’]?\s*$/.test(quoted.text)
  const paused = /[,?!…–—-]['’)]*\s*$/.test(quoted.text) || /^[,–—-]$/.test(tokens[next]?.text ?? '')
  while (tokens[next]?.text === ',' || isDash(tokens[next])) next++
  // `"…" So says the pundit Matt Walsh`
  if (tokens[next]?.lower === 'so' && CUE_VERBS.get(tokens[next + 1]?.lower ?? '')?.base === 'say')
    return saysSo(line, next + 1)
  const first = tokens[next]
  if (first === undefined || (stopped && first.capital)) return null
  const end = sentenceEnd(line, next)
  if (first.lower === 'according' && tokens[next + 1]?.lower === 'to') return accordingTo(line, next, 'after')
  if (first.lower === 'as') return asCalled(line, next)
  const verb = readVerb(line, next)
  if (verb !== null && verb.form !== 'ing' && verb.form !== 'base') {
    let name = verb.to
    while (isAdverb(tokens[name])) name++
    const phrase = readForward(line, name)
    return phrase !== null && phrase.from < end && canSpeak(phrase) ? { line, phrase, cue: verb, place: 'after' } : null
  }
  const phrase = readForward(line, next)
  if (phrase === null) return null
  return speaksWithin(line, phrase, end, paused)
}

function saysSo(line: NamedLine, at: number): Tie | null {
  const phrase = readForward(line, at + 1)
  return phrase !== null && canSpeak(phrase) ? { line, phrase, cue: { from: at, to: at + 1 }, place: 'after' } : null
}

/** `the "new bank," as Reed dubbed it`. */
function asCalled(line: NamedLine, as: number): Tie | null {
  const phrase = readForward(line, as + 1)
  const verb = phrase === null ? null : readVerb(line, phrase.to)
  const plain = phrase?.kind === 'name' || (phrase?.kind === 'pronoun' && /^(?:he|she)$/.test(phrase.lower))
  return phrase !== null && plain && verb?.form === 'finite' ? { line, phrase, cue: verb, place: 'after' } : null
}

/** The tie of `phrase` with the first verb of speech after it, where that verb is plainly its own. */
function speaksWithin(line: NamedLine, phrase: Phrase, end: number, paused: boolean): Tie | null {
  const { tokens } = line
  let at = phrase.to
  while (isAdverb(tokens[at])) at++
  const own = readVerb(line, at)
  const direct = own !== null && own.to <= end && own.form !== 'ing' && (own.form !== 'base' || phrase.kind !== 'name')
  if (direct && own !== null && (paused || (phrase.kind !== 'description' && !own.weak)))
    return { line, phrase, cue: own, place: 'after' }
  if (!paused || !canSpeak(phrase)) return null
  for (; at < end && tokens[at]?.kind !== 'quoted'; at++) {
    const verb = readVerb(line, at)
    if (verb === null || verb.weak || (verb.form !== 'finite' && verb.form !== 'participle')) continue
    const subject = subjectOf(line, phrase.from, verb)
    if (subject === null) continue
    const nearer = subject.kind === 'pronoun' || subject.from > phrase.to ? pickSubject(phrase, subject) : phrase
    return { line, phrase: nearer, cue: verb, place: 'after' }
  }
  return null
}

/** Between the first phrase after a quotation and the one beside the verb: a name or pronoun beside the verb speaks for itself. */
function pickSubject(first: Phrase, beside: Phrase): Phrase {
  return beside.kind === 'pronoun' && first.kind !== 'pronoun' && /^(?:it|they|i|we|you)$/.test(beside.lower)
    ? first
    : beside
}

function canSpeak(phrase: Phrase): boolean {
  return phrase.kind !== 'description' || isSpeaking(phrase.head)
}

/** Words that open a clause of its own, whose words in marks the verb before it does not report. */
const OTHER_CLAUSE = /^(?:after|when|while|because|since|although|though|whereas)$/

/** `Peskov said: "…"`, `accused the embassy of "…"`; `near` asks that nothing but small words stand between. */
function findBefore(line: NamedLine, start: number, at: number, near: boolean): Tie | null {
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
function findAbove(previous: NamedLine | null, at: number): Tie | null {
  if (previous === null || at !== 0) return null
  const end = previous.tokens.length
  if (previous.tokens[end - 1]?.text !== ':') return null
  return findBefore(previous, sentenceStart(previous, end - 1), end, true)
}

/** `"…" was his answer, Peskov said.` and `…, according to Peskov.` */
function findLater(line: NamedLine, at: number): Tie | null {
  const { tokens } = line
  if (tokens[at + 1]?.opens) return null
  const end = sentenceEnd(line, at + 1)
  for (let k = at + 1; k < end; k++) {
    if (tokens[k]?.lower === 'according' && tokens[k + 1]?.lower === 'to') return accordingTo(line, k, 'after')
    if (tokens[k]?.text !== ',') continue
    const phrase = readForward(line, k + 1)
    if (phrase === null || phrase.kind === 'several') continue
    const verb = readVerb(line, phrase.to)
    if (verb !== null && verb.form === 'finite' && !verb.weak && canSpeak(phrase) && end - verb.to < 8) {
      return { line, phrase, cue: verb, place: 'after' }
    }
  }
  return null
}

function accordingTo(line: NamedLine, at: number, place: 'before' | 'after'): Tie | null {
  const source = readForward(line, at + 2)
  if (source === null) return null
  // "according to a survey by Penelope Abernathy"
  const author = line.tokens[source.to]?.lower === 'by' ? readForward(line, source.to + 1) : null
  const phrase = source.kind === 'description' && author?.kind === 'name' ? author : source
  return { line, phrase, cue: { from: at, to: at + 2 }, place }
}

/** How many tokens of a paragraph are looked back through for who spoke last. */
const FARTHEST_BACK = 300

/**
 * For a statement with no verb of its own: who spoke last before it, in this paragraph or the one above.
 * `cue` is null, since that verb does not report these words.
 */
export function findEarlier(line: NamedLine, at: number, previous: NamedLine | null): Tie | null {
  for (const [where, end] of [
    [line, at],
    [previous, previous?.tokens.length ?? 0],
  ] as const) {
    if (where === null) continue
    for (let v = end - 1; v >= Math.max(0, end - FARTHEST_BACK); v--) {
      const verb = readVerb(where, v)
      if (verb === null || verb.weak || verb.form !== 'finite') continue
      const after =
        where.tokens[v - 1]?.kind === 'quoted' || /^[,–—-]$/.test(where.tokens[v - 1]?.text ?? '')
          ? findAfterVerb(where, verb)
          : null
      const phrase = after ?? subjectOf(where, sentenceStart(where, v), verb)
      if (phrase !== null && canSpeak(phrase)) return { line: where, phrase, cue: null, place: 'before' }
    }
  }
  return null
}

/** The subject of a verb that follows a quotation and stands before its subject: `"…," said Peskov`. */
function findAfterVerb(line: NamedLine, verb: { readonly to: number }): Phrase | null {
  let at = verb.to
  while (isAdverb(line.tokens[at])) at++
  const phrase = readForward(line, at)
  return phrase !== null && phrase.kind !== 'description' ? phrase : null
}

/** `"…" — Ada Brook`: a name alone behind a dash signs the quotation. */
function findSignature(line: NamedLine, at: number): Tie | null {
  const { tokens } = line
  if (!isDash(tokens[at + 1])) return null
  const phrase = readForward(line, at + 2)
  const next = phrase === null ? undefined : tokens[phrase.to]
  if (phrase?.kind !== 'name' || (next !== undefined && next.kind !== 'quoted' && !/^[,.(]$/.test(next.text)))
    return null
  // "— Rolling Stone, 1975" is where it was printed, "HLPhoto/Adobe Stock" who took the picture.
  const { name, human } = phrase.mention.person
  const isLast = next === undefined || next.kind === 'quoted'
  if (human !== true && (!isLast || !/^[^/]+ [^/]+$/.test(name))) return null
  return OPENERS.has(stripStop(tokens[at + 2]?.lower ?? '')) ? null : { line, phrase, cue: null, place: 'after' }
}
