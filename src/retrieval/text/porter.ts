/**
 * The English stemmer: M. Porter, "An algorithm for suffix stripping", 1980. Its results are those of natural's `PorterStemmer`,
 * peculiarities included (a test compares them). Natural's is quadratic in the word: 0.9 s for one of 10,000 letters "s". For the
 * 21,341 distinct words of 400 encyclopedia articles it takes 83 ms, this one 8 ms.
 */

const E = 0x65
const L = 0x6c
const S = 0x73
const T = 0x74
const Y = 0x79
const Z = 0x7a

type Ending = { readonly from: string; readonly to: string }

/** Endings by their last letter but one, so that few have to be compared; a longer one before those that it ends in. */
function endings(list: string): readonly (readonly Ending[])[] {
  const lists: Ending[][] = Array.from({ length: 128 }, () => [])
  for (const pair of list.split(' ')) {
    const [from = '', to = ''] = pair.split('>')
    lists[from.charCodeAt(from.length - 2)]?.push({ from, to })
  }
  return lists
}

const step2 = endings(
  'ational>ate tional>tion enci>ence anci>ance izer>ize abli>able bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ' +
    'ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble logi>log',
)
const step3 = endings('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>')
const step4 = endings('al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize')

// The word at hand: its letters up to `length`.
let letters = new Uint16Array(64)
let length = 0
/** The first letter that was written anew. */
let written = 0

/** The stem of a lower-case word: "detained" -> "detain". */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word
  if (word.length + 2 > letters.length) letters = new Uint16Array(word.length * 2)
  length = word.length
  written = length + 1
  for (let at = 0; at < length; at++) letters[at] = word.charCodeAt(at)
  stripPlural()
  stripPast()
  if (letters[length - 1] === Y && hasVowelBeforeLastGroup()) write(length - 1, 0x69)
  replaceEnding(step2)
  replaceEnding(step3)
  stripSuffix()
  stripFinal()
  return spell(word)
}

/** What is left of `word`, which is mostly its beginning, and letters of its own from `written` on. */
function spell(word: string): string {
  if (written >= length) return length === word.length ? word : word.slice(0, length)
  let stem = word.slice(0, written)
  for (let at = written; at < length; at++) stem += String.fromCharCode(letters[at] as number) // inside
  return stem
}

function write(at: number, letter: number): void {
  letters[at] = letter
  if (at < written) written = at
}

const isVowel = (letter: number): boolean =>
  letter === 0x61 || letter === E || letter === 0x69 || letter === 0x6f || letter === 0x75

/** Whether the letter at `at` sounds as a vowel: y does after a consonant. */
function soundsAt(at: number): boolean {
  const letter = letters[at] as number // inside
  if (letter !== Y) return isVowel(letter)
  if (at === 0) return false
  const before = letters[at - 1] as number // inside
  return before !== Y && !isVowel(before)
}

/**
 * Twice Porter's measure of the first `end` letters: the number of groups of consonants and of vowels, without consonants at the
 * start and vowels at the end; -1 for none. A vowel after a sounding y starts a group of its own, as in natural.
 */
function measure(end: number): number {
  if (end <= 0) return -1
  let groups = 0
  let isLastVowel = false
  let isFirstVowel = false
  for (let at = 0; at < end; at++) {
    const vowel = soundsAt(at)
    const isSame = at > 0 && vowel === isLastVowel && !(vowel && letters[at - 1] === Y)
    if (!isSame) groups++
    if (at === 0) isFirstVowel = vowel
    isLastVowel = vowel
  }
  if (!isFirstVowel) groups--
  return isLastVowel ? groups - 1 : groups
}

function hasVowel(end: number): boolean {
  for (let at = 0; at < end; at++) if (soundsAt(at)) return true
  return false
}

function hasVowelBeforeLastGroup(): boolean {
  // A word ends in y here: it is a vowel group of its own, or belongs to the consonants at the end.
  if (soundsAt(length - 1)) return hasVowel(length - 1)
  let end = length
  while (end > 0 && !soundsAt(end - 1)) end--
  return end > 0
}

function endsWith(ending: string): boolean {
  const start = length - ending.length
  if (start < 0) return false
  for (let at = ending.length - 1; at >= 0; at--) if (letters[start + at] !== ending.charCodeAt(at)) return false
  return true
}

/** Whether consonant, vowel, consonant stand up to `last`, the last of them none of w, x and y. */
function isShort(last: number): boolean {
  if (last < 2 || soundsAt(last) || !soundsAt(last - 1) || soundsAt(last - 2)) return false
  const letter = letters[last] as number // inside
  return letter < 0x77 || letter > Y
}

function stripPlural(): void {
  if (letters[length - 1] !== S) return
  if (endsWith('sses') || endsWith('ies')) length -= 2
  else if (letters[length - 2] !== S) length--
}

function stripPast(): void {
  const final = letters[length - 1]
  if (final !== 0x64 && final !== 0x67) return // "ed", "ing"
  if (endsWith('eed')) {
    if (measure(length - 3) > 0) length--
    return
  }
  const end = endsWith('ed') ? length - 2 : endsWith('ing') ? length - 3 : 0
  if (end === 0 || !hasVowel(end)) return
  length = end
  const last = letters[length - 1] as number // inside
  if (endsWith('at') || endsWith('bl') || endsWith('iz')) write(length++, E)
  else if (length > 1 && last === letters[length - 2] && !isVowel(last) && last !== L && last !== S && last !== Z)
    length--
  else if (measure(length) === 2 && isShort(length - 1)) write(length++, E)
}

/** Puts another ending in place of the first that the word has after a beginning long enough. */
function replaceEnding(lists: readonly (readonly Ending[])[]): void {
  for (const { from, to } of lists[letters[length - 2] ?? 0] ?? []) {
    if (!endsWith(from) || measure(length - from.length) <= 0) continue
    length -= from.length
    for (let at = 0; at < to.length; at++) write(length++, to.charCodeAt(at))
    return
  }
}

function stripSuffix(): void {
  let longest = 0
  for (const { from } of step4[letters[length - 2] ?? 0] ?? []) {
    if (from.length > longest && from.length < length && endsWith(from)) longest = from.length
  }
  if (longest > 0 && measure(length - longest) > 2) length -= longest
  else if (length > 4 && endsWith('ion') && measure(length - 3) > 2) {
    const before = letters[length - 4]
    if (before === S || before === T) length -= 3
  }
}

function stripFinal(): void {
  if (letters[length - 1] === E) {
    const doubled = measure(length - 1)
    if (doubled > 2 || (doubled === 2 && !isShort(length - 2))) length--
  }
  if (letters[length - 1] === L && letters[length - 2] === L && measure(length) > 2) length--
}
