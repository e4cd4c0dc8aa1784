/** The outlets of a library's articles. */

import type { Library } from '../library.ts'
import { wordsOf } from './find-article.ts'

/** Each outlet once, as printed. */
export function outletsOf({ articles, tables }: Library): readonly string[] {
  tables.outlets ??= [...new Set([...articles.values()].flatMap(({ outlet }) => outlet ?? []))].filter(
    outlet => foldedWords(outlet) !== '',
  )
  return tables.outlets
}

/** The words of a name in lower case and without diacritics, with one blank between. */
export function foldedWords(name: string): string {
  return wordsOf(name).join(' ')
}
