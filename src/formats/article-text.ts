/** Writes an article as the text of a corpus file: front matter for what is known, then the body to the letter. Reading it is `formats/`'s. */
import { stringify } from 'yaml'
import type { Article } from '../article/article.ts'
import { headlineFromSlug } from './create-article.ts'

/** The keys of front matter, in the order in which people read them. */
const keys = [
  'headline',
  'outlet',
  'byline',
  'published',
  'dateline',
  'url',
  'standfirst',
  'language',
  'edition',
] as const

/** The text of a `.txt` file from which the same article is read. What is not known is left out. */
export function formatArticle(article: Article): string {
  const known = new Map<string, string>()
  for (const key of keys) {
    const value = article[key]
    if (value !== null && !(key === 'headline' && !hasHeadline(article))) known.set(key, value)
  }
  // Each value stays on its line, however long: people edit these files.
  const metadata = known.size === 0 ? '' : stringify(known, { lineWidth: 0, defaultStringType: 'PLAIN' })
  return `---\n${metadata}---\n\n${article.body}\n`
}

/** Whether the article names its headline, rather than being called by its file's name. */
export function hasHeadline({ headline, slug }: Pick<Article, 'headline' | 'slug'>): boolean {
  return headline.trim() !== '' && headline !== headlineFromSlug(slug)
}
