/** Judges words in quotation marks by their own shape: a statement, a fragment, the title of a book, a line of a transcript. */
import type { NamedLine } from '../grammar/phrases.ts'
import { AUXILIARIES, CUE_VERBS } from '../words/words.ts'

const SMALL = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|with|from|by|is|as|de|la)$/i

/** Whether the words are spelt like the title of a work or programme, where nobody is said to say them. */
export function isTitle(line: NamedLine, at: number): boolean {
  const text = line.tokens[at]?.text ?? ''
  if (/[!?…]|[.,;]\s/.test(text.trim())) return false
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
  if (words.length === 0 || words.length > 8 || !/^\p{Lu}|^\p{N}/u.test(words[0] ?? '')) return false
  if (!words.every(word => /^\p{Lu}|^\p{N}/u.test(word) || SMALL.test(word))) return false
  const before = line.tokens[at - 1]
  if (before === undefined || line.tokens[at]?.opens) return false
  return !/^[,:–—-]$/.test(before.text) && !CUE_VERBS.has(before.lower) && before.lower !== 'that'
}

/** Whether the words are at least a clause that somebody uttered, rather than a few words inside the reporter's sentence. */
export function isStatement(text: string, tied: boolean): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  const whole = /^[\s.…[("'‘“]*[\p{Lu}\p{N}]/u.test(text) && /[.,!?…–—-]['’"”)\]]*\s*$/.test(text)
  if (whole && (tied || words.length > 3)) return true
  return words.length > 4 && words.some(word => isVerb(word.toLowerCase()))
}

function isVerb(word: string): boolean {
  return (
    AUXILIARIES.has(word.replaceAll('’', "'")) ||
    /['’](?:s|re|m|ve|ll|d|t)$/.test(word) ||
    CUE_VERBS.get(word)?.form === 'finite'
  )
}

/** `WALLACE` in "WALLACE: Let's start", as transcripts mark their speakers; null when there is no such label. */
export function readLabel(text: string): string | null {
  return /^\s*(\p{Lu}[\p{Lu}.'’ -]{2,40}):\s/u.exec(text)?.[1] ?? null
}
