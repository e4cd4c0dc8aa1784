/** Names that no verb ties to the words beside them: a signature behind a dash, a name before brackets, the owner of a remark. */
import { isStatement } from '../marks/shape.ts'
import { stripStop } from '../people/name-words.ts'
import { OPENERS } from '../words/words.ts'
import { isDash, type NamedLine, readBackward, readForward } from './phrases.ts'
import type { Tie } from './tie.ts'

/** `"…" — Ada Brook`: a name alone behind a dash signs the quotation. */
export function findSignature(line: NamedLine, at: number): Tie | null {
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

/** `Pink ("…"), Sheryl Crow` and `Portnow's controversial "step up" remarks`: words that belong to the name before them. */
export function findOwner(line: NamedLine, at: number): Tie | null {
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
