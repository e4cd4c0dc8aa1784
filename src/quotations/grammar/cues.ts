/** Finds the verb that ties a quotation to its speaker, and the phrase that names the speaker; resolving that phrase is left to `resolve.ts`. */
import type { Token } from '../marks/tokens.ts'
import { CUE_VERBS, WRITINGS } from '../words/words.ts'
import { accordingTo, findAbove, findBefore } from './introduction.ts'
import { isAdverb, isDash, type NamedLine, type Phrase, readForward } from './phrases.ts'
import { findOwner, findSignature } from './signature.ts'
import { readVerb, subjectOf } from './subjects.ts'
import { canSpeak, sentenceEnd, sentenceStart, type Tie } from './tie.ts'

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
