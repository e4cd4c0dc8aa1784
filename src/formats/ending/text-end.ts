/** Tells whether a text ends as sentences do. Where its bytes end is left to `file-end.ts`. */
import { titles } from '../../article/abbreviations.ts'

// Sentences end with a stop, and marks may follow it; Thai and Lao have none. Quotations and brackets end with words, too, and so do rows.
const sentenceEnd = /(?:[\p{Sentence_Terminal}…]['’"”»›)\]}*_`~]*|[\p{Script=Thai}\p{Script=Lao}])$/u
const markEnd = /\S["”»›)\]}>|*_`]$|\|$|-30-$|[■□◆∎]$/u

/** Why a text without a line end looks cut off; null when it ends as sentences do. */
export function doubtText(text: string, isWholeBlocks: boolean): string | null {
  const end = text.trimEnd()
  if (/\uFFFD$|[\uD800-\uDBFF]$/.test(text)) return 'one that ends inside a character'
  const title = /(\S+)\.$/u.exec(end)?.[1]?.toLowerCase() ?? ''
  if (!titles.has(title) && (sentenceEnd.test(end) || markEnd.test(end))) {
    return isWholeBlocks ? 'one that ends without a line end at a whole number of 4 KB' : null
  }
  return `one that ends with \`${lastWords(end)}\` and no line end`
}

/** The last words, for somebody who looks for them in the file. */
export function lastWords(text: string): string {
  const line = text.trimEnd().slice(-60).replace(/\s+/g, ' ').replaceAll('`', "'")
  return line.length <= 32 ? line.trim() : `…${line.slice(-32).replace(/^\S*\s/, '')}`
}
