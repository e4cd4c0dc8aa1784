/** Texts that somebody might write to stop the search for quotations: shapes whose cost could grow faster than their length. */

/** Letters for a number, so that every name is another one. */
const letters = (at: number): string =>
  String.fromCharCode(97 + (at % 26), 97 + ((at / 26) % 26), 97 + ((at / 676) % 26), 97 + ((at / 17576) % 26))
const name = (at: number): string => `A${letters(at)}`

/** By name: the piece of text that stands at a place in the row. */
export const quotationShapes: readonly (readonly [string, (at: number) => string])[] = [
  ['quotations with a verb and no speaker', () => '"a," said '],
  ['quotations told to nobody', () => '"a" told '],
  ['straight marks and commas', () => '", "'],
  ['straight marks', () => '" a '],
  ['single marks', () => "' a "],
  ['single marks that open and never close', () => "'as "],
  ['single marks behind an s', () => "'as' "],
  ['curly marks that open and never close', () => '“a '],
  ['curly marks behind full stops', () => '“A. '],
  ['marks within marks', () => '“a ‘b '],
  ['a full stop and many closing brackets', () => `“a.${')'.repeat(60)}x `],
  ['quoted paragraphs that never close', () => '“We go on\n\n'],
  ['quotations with their speakers', () => '"We will go and see it," said John Smith, the mayor of London. '],
  ['quotations according to nobody', () => '"a," according to '],
  ['quotations behind labels', () => '"SMITH: we go there now." '],
  ['quotations behind labels, each another', at => `"${name(at).toUpperCase()}: we go there now." `],
  ['titles of works', () => 'saw "The Long Road" and '],
  ['a name and "and"', () => 'Smith and "a" said '],
  ['"of" and "of"', () => 'chief of "a" said '],
  ['people of one surname, each another', at => `${name(at)} Smith met Smith, he said. "We will go," Smith said. `],
  ['two people of one surname', at => `${at % 2 ? 'Ann' : 'Bob'} Smith met Smith and "we go" said Smith. `],
  ['people in one endless sentence', at => `${name(at)} ${name(at + 7)} told her he said "we go" and `],
  ['words before names', () => 'cat dog Smith '],
  ['roles and their holders', at => `spokesman ${name(at)} Smith left. "We will go," the spokesman said. `],
  ['pronouns', () => 'He said she told him "we go" and '],
  ['roles of roles, and asides', () => 'spokesman for chief, and mayor of "a" said, '],
  ['asides behind a name', () => 'Smith, chief of "a", told, adding "b" '],
  ['bodies and "it"', () => 'Lenn have met. It said "we go". '],
  ['capitals', () => 'Smith '],
]

/** About `units` characters of a shape. */
export function fillQuotations(unit: (at: number) => string, units: number): string {
  return Array.from({ length: Math.ceil(units / unit(0).length) }, (_, at) => unit(at)).join('')
}
