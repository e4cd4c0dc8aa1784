import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/article/article.ts'
import type { FileReading } from '../../../src/folder/article-file.ts'
import { toCorpus } from '../../../src/folder/load.ts'
import { LiveCorpus } from '../../../src/folder/watch/live-corpus.ts'
import { flood, lighthouse, makeArticle } from '../../support/articles.ts'

const good = (name: string, ...articles: Article[]): { name: string; reading: FileReading } => ({
  name,
  reading: { path: `corpus/${name}`, articles, faults: [] },
})
const bad = (name: string): { name: string; reading: FileReading } => ({
  name,
  reading: {
    path: `corpus/${name}`,
    articles: [],
    faults: [{ path: `corpus/${name}`, line: 2, message: 'expected a date' }],
  },
})
const gone = (name: string) => ({ name, reading: null })

describe('LiveCorpus', () => {
  it('puts what is new or changed and removes what is gone', () => {
    const corpus = new LiveCorpus()
    expect(corpus.apply([good('flood.md', flood), good('lighthouse.md', lighthouse)]).put).toEqual([flood, lighthouse])
    const ice = makeArticle('The river froze.', { slug: 'flood' })
    expect(corpus.apply([good('flood.md', ice), gone('lighthouse.md')])).toEqual({ put: [ice], remove: ['lighthouse'] })
    expect(corpus.apply([gone('never.md')])).toEqual({ put: [], remove: [] })
  })

  it('passes over a file that reads as before, and keeps its article', () => {
    const corpus = new LiveCorpus()
    corpus.apply([good('flood.md', flood)])
    expect(corpus.apply([good('flood.md', { ...flood })])).toEqual({ put: [], remove: [] })
    expect(corpus.files.get('flood.md')?.articles[0]).toBe(flood)
  })

  it('keeps the last good version of a bad file and names its fault until it is mended or gone', () => {
    const corpus = new LiveCorpus()
    corpus.apply([good('flood.md', flood)])
    expect(corpus.apply([bad('flood.md')])).toEqual({ put: [], remove: [] })
    expect(corpus.files.get('flood.md')?.articles).toEqual([flood])
    expect(corpus.faults().map(({ line }) => line)).toEqual([2])
    expect(corpus.apply([good('flood.md', { ...flood })])).toEqual({ put: [], remove: [] })
    expect(corpus.faults()).toEqual([])
    corpus.apply([bad('flood.md')])
    expect(corpus.apply([gone('flood.md')])).toEqual({ put: [], remove: ['flood'] })
    expect(corpus.faults()).toEqual([])
  })

  it('takes in the articles of a feed one by one', () => {
    const corpus = new LiveCorpus()
    corpus.apply([good('feed.jsonl', flood, lighthouse)])
    const sold = { ...lighthouse, headline: 'Sold again' }
    expect(corpus.apply([good('feed.jsonl', { ...flood }, sold)])).toEqual({ put: [sold], remove: [] })
    expect(corpus.apply([good('feed.jsonl', sold)])).toEqual({ put: [], remove: ['flood'] })
  })

  it('leaves a slug with the first file by name, and brings the next forward when that goes', () => {
    const corpus = new LiveCorpus()
    const other = makeArticle('Ice on the river.', { slug: 'flood' })
    corpus.apply([good('flood.txt', other)])
    expect(corpus.apply([good('flood.md', flood)])).toEqual({ put: [flood], remove: [] })
    expect(corpus.faults()).toEqual(toCorpus(corpus.files).faults)
    expect(corpus.apply([gone('flood.md')])).toEqual({ put: [other], remove: [] })
    expect(corpus.faults()).toEqual([])
  })

  it.each(['constructor', '__proto__', 'café', 'toString'])('holds an article called %s', slug => {
    const corpus = new LiveCorpus()
    const article = makeArticle('Words.', { slug })
    expect(corpus.apply([good(`${slug}.md`, article)])).toEqual({ put: [article], remove: [] })
    expect(corpus.apply([gone(`${slug}.md`)])).toEqual({ put: [], remove: [slug] })
  })
})
