/** The articles that are added, removed and saved by those who are killed, known to the last letter to the one who looks afterwards. */
import type { Article } from '../../src/article/article.ts'

const openings = [
  'The river',
  'A ferry',
  'Nobody in Marbach',
  'The harbour master',
  '“The bridge',
  'On Sunday, the council',
]
const middles = [
  'rose again in the night',
  'was closed to lorries',
  'had been warned of the ice',
  'sold forty boats',
  'slept',
]
const endings = ['for 3.5 hours', 'near St. Gall', 'as Mr. Brandt had said', 'at 6 a.m. that day', 'without a word']

/** The body of one revision: up to some 12 KB, so that a write takes one step or many; paragraphs that begin alike in all revisions. */
export function bodyOf(slug: string, revision: number): string {
  let state = revision * 7919 + 1
  const pick = (words: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return words[state % words.length] ?? ''
  }
  const sentence = (): string => {
    const opening = pick(openings)
    return `${opening} ${pick(middles)} ${pick(endings)}.${opening.startsWith('“') ? '”' : ''}`
  }
  const paragraphs = Array.from({ length: 2 + ((revision * 31) % 24) }, (_, at) => {
    const sentences = Array.from({ length: 2 + ((revision + at) % 7) }, sentence)
    return [`Part ${at + 1} of ${slug}.`, ...sentences].join(' ')
  })
  return [...paragraphs, `Here ends revision ${revision} of ${slug}.`].join('\n\n')
}

export const headlineOf = (slug: string, revision: number): string => `${slug} ${revision}`

/** A file in the corpus' own form. */
export function textOf(slug: string, revision: number): string {
  return `---\nheadline: ${headlineOf(slug, revision)}\nlanguage: en\n---\n\n${bodyOf(slug, revision)}\n`
}

/** A page as it is saved by browsers. */
export function pageOf(slug: string, revision: number): string {
  const headline = headlineOf(slug, revision)
  const paragraphs = bodyOf(slug, revision)
    .split('\n\n')
    .map(paragraph => `<p>${paragraph}</p>`)
  return [
    `<!doctype html>\n<html lang="en"><head><title>${headline}</title><meta property="og:title" content="${headline}"></head>`,
    `<body><main><article><h1>${headline}</h1>`,
    ...paragraphs,
    '</article></main></body></html>\n',
  ].join('\n')
}

/** A line of a feed. */
export function lineOf(slug: string, revision: number): string {
  return `${JSON.stringify({ slug, headline: headlineOf(slug, revision), language: 'en', body: bodyOf(slug, revision) })}\n`
}

/** The revision that an article is whole at; null when it is not whole. */
export function revisionOf({ slug, headline, body }: Article): number | null {
  const revision = Number(/ (\d+)$/.exec(headline)?.[1] ?? Number.NaN)
  return headline === headlineOf(slug, revision) && body === bodyOf(slug, revision) ? revision : null
}
