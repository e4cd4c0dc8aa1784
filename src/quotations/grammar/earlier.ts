/** Who spoke before, for words that nothing of their own ties to a speaker. */
import { isAdverb, type NamedLine, type Phrase, readForward } from './phrases.ts'
import { readVerb, subjectOf } from './subjects.ts'
import { canSpeak, sentenceStart, type Tie } from './tie.ts'

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
