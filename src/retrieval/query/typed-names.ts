/** Names as they are typed in haste, put as they are printed: "at and t", "u.s.", "j j abrams", "the us". */

const points = /(?<![\p{L}\p{N}.])(?!(?:a\.m|p\.m|e\.g|i\.e)\b)(?:\p{Ll}\.){1,5}\p{Ll}(?![\p{L}\p{N}])/gu
const initials = /(?<![\p{L}\p{N}'’])([b-hj-z]) ([b-hj-z]) (?=\p{L}{3,})/gu
const ampersand = /(?<![\p{L}\p{N}])(?:\p{Ll}{1,3} ?& ?\p{Ll}{1,2}|at (?:and|n) t)(?![\p{L}\p{N}])/gu
/** What is said of the country alone, never of "us" who ask. */
const country =
  /(?<=(?<!\p{L})the )us(?!\p{L})|(?<!\p{L})us(?= (?:president|government|army|military|navy|economy|dollar|senate|congress|troops|citizens?|supreme|house of|elections?|officials?|states?)(?!\p{L}))/giu

/** The question with such names as they are printed; whatever is typed in capitals stays. */
export function mendNames(question: string): string {
  return question
    .replace(points, name => name.toUpperCase())
    .replace(initials, (_, one: string, other: string) => `${one.toUpperCase()}.${other.toUpperCase()}. `)
    .replace(ampersand, name => name.replace(/ ?(?:&| and | n ) ?/u, '&').toUpperCase())
    .replace(country, 'US')
}
