/** Single words of names: given names, and words that a capital marks inside a sentence. */
import type { Token } from '../marks/tokens.ts'
import { EITHER, MEN, WOMEN } from '../words/given-names.ts'

/** Whether a word is a given name that men or women commonly bear. */
export function isGivenName(lower: string): boolean {
  return MEN.has(lower) || WOMEN.has(lower) || EITHER.has(lower)
}

export function stripStop(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}

export function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && token.capital && !token.opens
}
