/** What an article is called: lower-case letters, digits and hyphens, from a file's name or a headline. */

/** UTF-16 units of a text that are read for its slug. Normalising takes time quadratic in combining marks. */
const longestText = 1_000

/** Letters and digits of any script in lower case, Latin ones without diacritics, runs of anything else as one hyphen; `article` when none are left. */
export function toSlug(text: string): string {
  const words = text
    .slice(0, longestText)
    .normalize('NFKD')
    .replace(/[\u0300-\u036F'’]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  return words.replace(/^-+|-+$/g, '') || 'article'
}

/** The slug of an article file: its name without the ending. */
export function slugFromFileName(name: string): string {
  return toSlug(name.replace(/\.[^.]*$/, ''))
}
