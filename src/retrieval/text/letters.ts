/** The letters of a word as a set of bits, by which most words are ruled out without comparing them. */

/** A bit for each letter a to z; other letters share the rest. The word is in lower case. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let place = 0; place < word.length; place++) {
    const unit = word.charCodeAt(place)
    letters |= 1 << (unit >= 97 && unit <= 122 ? unit - 97 : 26 + (unit % 6))
  }
  return letters >>> 0
}
