/** Numbers in figures and in words: "3" is printed as "three", and the other way round. */

const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const round = 'thirty forty fifty sixty seventy eighty ninety'

/** From a number in figures to its word, and from the word to the figures. */
export const numbersInWords: ReadonlyMap<string, string> = new Map(
  [
    ...small.split(' ').map((word, place) => [String(place + 1), word] as const),
    ...round.split(' ').map((word, place) => [String(30 + 10 * place), word] as const),
    ['100', 'hundred'] as const,
    ['1000', 'thousand'] as const,
    ['1000000', 'million'] as const,
  ].flatMap(([figures, word]) => [[figures, word] as const, [word, figures] as const]),
)
