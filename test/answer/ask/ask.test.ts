import { describe, expect, it } from 'vitest'
import { ask } from '../../../src/answer/ask/ask.ts'
import type { AskOptions } from '../../../src/answer/ask/ask-options.ts'
import { slice } from '../../../src/article/article.ts'
import { flood, hostileInputs, makeArticle, makeLibrary } from '../../support/articles.ts'

const library = makeLibrary()
const options: AskOptions = { limit: 3, article: null, grouping: 'paragraph' }
const best = (question: string) => ask(library, question, options).passages[0]

describe('ask', () => {
  it('names of the words it also looked for only those that a passage shows and that mean the same', () => {
    const between = 'The boat lay in the harbour for years, and nobody came to look after it. '.repeat(8)
    const family = makeArticle(`The wife of Sousa came home.\n\n${between}\n\nHer husband sold the boat.`)
    const spouse = ask(makeLibrary([family]), 'Who is the spouse of Sousa?', { ...options, limit: 1 })
    expect(spouse.reading.added).toEqual([{ word: 'wife', because: 'spouse' }])
    const turtle = makeArticle('A ferry sank. A turtle swam by the ferry.')
    expect(ask(makeLibrary([turtle]), 'Which ferry capsized?', options).reading.added).toEqual([])
  })

  it('answers with the sentence, its paragraph and its attribution', () => {
    const answer = ask(library, 'How many houses were flooded in Marbach?', options)
    const [passage] = answer.passages
    expect(answer.kind).toBe('found')
    expect(passage && slice(passage.article, passage.sentence)).toBe(
      'It flooded 1,250 houses in Marbach and closed the old bridge.',
    )
    expect(passage?.attribution).toMatchObject({ outlet: 'The Valley Post', published: '2024-05-01', paragraph: 1 })
  })

  it('takes the sentence before one whose subject is a pronoun', () => {
    const passage = best('How many houses were flooded in Marbach?')
    expect(passage && slice(passage.article, passage)).toMatch(/^The river Lenn rose .* old bridge\./s)
  })

  describe('short paragraphs side by side', () => {
    const crash = makeArticle(
      'A seaplane crashed near Cowan on Sunday.\n\nIts pilot, Gareth Morgan, died in the crash.\n\nThe weather was fine.\n\nThe company has flown since 2005.',
      { slug: 'crash' },
    )
    const asked = ask(makeLibrary([crash]), 'Who was the pilot in the seaplane crash near Cowan?', options)
    const texts = asked.passages.map(passage => slice(passage.article, passage))

    it('are one passage when the question leads to both', () => {
      expect(texts[0]).toContain(
        'A seaplane crashed near Cowan on Sunday.\n\nIts pilot, Gareth Morgan, died in the crash.',
      )
    })

    it('are shown once', () => {
      expect(texts.filter(text => text.includes('Gareth Morgan'))).toHaveLength(1)
      expect(texts.join('').length).toBeLessThanOrEqual(crash.body.length)
    })
  })

  it('names the speaker of a passage that is a quotation', () => {
    expect(best('Since when had nobody seen such water?')?.attribution.speaker).toBe('Ilse Brandt')
  })

  it('names nobody for the words of two people, one of whom has no name', () => {
    const quay = makeArticle(
      'The quay at Lenn sank overnight, and a harbour worker said "we heard the granite crack twice". "We will lift the whole pier again," Ada Brook said.',
      { slug: 'quay' },
    )
    const spoken = (question: string) => ask(makeLibrary([quay]), question, options).passages[0]?.attribution.speaker
    expect(spoken('Who heard the granite crack at the quay?')).toBeNull()
    expect(spoken('Who will lift the pier again?')).toBe('Ada Brook')
  })

  it('makes one passage of several hits in one paragraph', () => {
    const paragraphs = ask(library, 'Marbach bridge river water houses', { ...options, limit: 10 }).passages.map(
      ({ article, paragraph }) => `${article.slug} ${paragraph}`,
    )
    expect(paragraphs).toEqual([...new Set(paragraphs)])
  })

  it('lists each matched sentence by itself for programs', () => {
    const { passages } = ask(library, 'Marbach bridge river water', { ...options, limit: 10, grouping: 'sentence' })
    const sentences = passages.map(({ article, sentence }) => `${article.slug} ${sentence.start}`)
    expect(sentences).toEqual([...new Set(sentences)])
    expect(new Set(passages.map(({ paragraph }) => paragraph)).size).toBeLessThan(passages.length)
  })

  it('searches one article alone when asked to', () => {
    const { passages, articlesSearched } = ask(library, 'Who is the new owner in Marbach?', {
      ...options,
      article: 'lighthouse',
    })
    expect(articlesSearched).toBe(1)
    expect(passages.every(({ article }) => article.slug === 'lighthouse')).toBe(true)
  })

  it('does not claim to have found what no article says', () => {
    expect(ask(library, 'What is the capital of France?', options).kind).not.toBe('found')
  })

  it('marks the words that matched, inside the passage', () => {
    const passage = best('How many houses were flooded?')
    const marked = passage?.matches.map(match => slice(passage.article, match))
    expect(marked).toContain('houses')
    expect(marked).toContain('flooded')
  })

  it('keeps passages readable in a paragraph without end', () => {
    const long = makeArticle(Array.from({ length: 300 }, (_, n) => `Gauge ${n} of the river was read.`).join(' '), {
      slug: 'long',
    })
    const { passages } = ask(makeLibrary([long]), 'river gauge read', { ...options, limit: 10 })
    expect(passages).toHaveLength(1)
    expect(passages[0] && passages[0].end - passages[0].start).toBeLessThan(800)
  })

  it.each(hostileInputs)('answers %s', (_name, question) => {
    const answer = ask(library, question, options)
    for (const { article, start, end, sentence, matches } of answer.passages) {
      expect(start).toBeLessThanOrEqual(sentence.start)
      expect(sentence.end).toBeLessThanOrEqual(end)
      expect(end).toBeLessThanOrEqual(article.body.length)
      for (const match of matches) expect(match.start >= start && match.end <= end).toBe(true)
    }
  })

  it('shows one sentence of several articles once, with all its attributions', () => {
    const story = 'The ferry to Gull Island sank on Sunday.'
    const copies = ['one', 'two', 'three'].map(slug =>
      makeArticle(slug === 'two' ? story.toUpperCase() : story, { slug }),
    )
    const { passages } = ask(makeLibrary([...copies, flood]), 'Which ferry sank on Sunday?', options)
    const [best, ...others] = passages
    expect([best?.article.slug, ...(best?.copies ?? []).map(({ article }) => article.slug)].sort()).toEqual([
      'one',
      'three',
      'two',
    ])
    expect(others.every(({ article }) => article === flood)).toBe(true)
  })

  it('explains scores by parts that add up', () => {
    const { passages } = ask(library, 'Who bought the lighthouse?', {
      ...options,
      grouping: 'sentence',
      explain: true,
    })
    expect(passages.length).toBeGreaterThan(0)
    for (const { score, explanation } of passages) {
      const sum = explanation?.reduce((total, { value }) => total + value, 0)
      expect(sum).toBeCloseTo(score, 6)
    }
  })

  it('shows a person nothing beside the words of whom they asked for', () => {
    const { passages } = ask(makeLibrary(), 'What did the mayor say about the bridge?', {
      limit: 3,
      article: null,
      grouping: 'paragraph',
    })
    expect(passages.map(({ attribution }) => attribution.speaker)).toEqual(['Ilse Brandt'])
  })
})
