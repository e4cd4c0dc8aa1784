/** How far a typed word is from the one that may be meant: edits, those that people make least noticing costing least. */

const SWAP = 0.6
const DOUBLED = 0.5
const VOWEL = 0.7
const OTHER_FIRST_LETTER = 0.5

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiouy'.includes(letter)

const alike = new Set(['fv', 'ck', 'sz', 'cs', 'gj'])

/**
 * The cost of turning one word into the other (F. Damerau, 1964: insertion, deletion, substitution and transposition of neighbours,
 * `whole` each), less for a letter doubled or not, a vowel for another or left out, letters that sound alike, or two letters swapped;
 * more where the first letter differs.
 */
export function slipDistance(one: string, other: string, whole = 1): number {
  if (one === other) return 0
  let beforeLast: number[] = []
  let last = [0]
  for (let column = 0; column < other.length; column++) last.push((last[column] ?? 0) + gap(other, column, whole))
  for (let row = 1; row <= one.length; row++) {
    const left = gap(one, row - 1, whole)
    const current = [(last[0] ?? 0) + left]
    for (let column = 1; column <= other.length; column++) {
      let cost = Math.min(
        (last[column] ?? 0) + left,
        (current[column - 1] ?? 0) + gap(other, column - 1, whole),
        (last[column - 1] ?? 0) + substitution(one, row - 1, other, column - 1, whole),
      )
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + SWAP)
      current.push(cost)
    }
    beforeLast = last
    last = current
  }
  return (last[other.length] ?? 0) + (one[0] === other[0] ? 0 : OTHER_FIRST_LETTER)
}

/** What a letter costs that only one of the words has. */
function gap(word: string, place: number, whole: number): number {
  const letter = word[place]
  if (place > 0 && letter === word[place - 1]) return DOUBLED
  if ((letter === 'c' && word[place + 1] === 'k') || (letter === 'k' && word[place - 1] === 'c')) return DOUBLED
  // At the end a vowel tells words apart: "Maria" from "Mari".
  return place > 0 && place < word.length - 1 && (isVowel(letter) || letter === 'h') ? VOWEL : whole
}

function substitution(one: string, place: number, other: string, otherPlace: number, whole: number): number {
  const [letter = '', instead = ''] = [one[place], other[otherPlace]]
  if (letter === instead) return 0
  if (alike.has(letter < instead ? letter + instead : instead + letter)) return VOWEL
  const isInside = place < one.length - 1 && otherPlace < other.length - 1
  return isInside && isVowel(letter) && isVowel(instead) ? VOWEL : whole
}
