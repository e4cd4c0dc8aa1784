import { describe, expect, it } from 'vitest'
import { converse } from '../../../src/answer/conversation/converse.ts'
import { slice } from '../../../src/article/article.ts'
import { flood, hostileInputs, lighthouse, makeArticle, makeLibrary } from '../../support/articles.ts'

const mill = makeArticle(
  `LENN — The council of Lenn voted on Monday to keep the old mill, and 40 people came to hear it.

"We will not sell the mill," said the mayor, Ilse Brandt. "It has stood for 214 years."

Karl Voss, a treasurer with a liking for museums, called the vote a mistake. "There is no money for a museum," he told reporters.

In Marbach, 12 people met in the town hall, because their own mill burnt down in 1998.`,
  {
    slug: 'mill',
    headline: 'Council keeps the mill',
    outlet: 'Lenn Times',
    byline: 'Jo Hart',
    published: '2024-05-20',
  },
)
const library = makeLibrary([flood, lighthouse, mill])
const options = { limit: 3, article: 'mill' as string | null, grouping: 'paragraph' as const, after: [] as string[] }
const talk = (line: string, more: Partial<typeof options> = {}) => converse(library, line, { ...options, ...more })

describe('a conversation', () => {
  it('tells what an article is about in its own sentences, the lead first', () => {
    const answer = talk('what is this article about?')
    if (answer.kind !== 'about') throw new Error(answer.kind)
    const sentences = answer.passages.map(passage => slice(passage.article, passage))
    expect(sentences[0]).toContain('voted on Monday')
    expect(sentences.length).toBeLessThanOrEqual(5)
    expect(answer.passages.map(({ start }) => start)).toEqual(
      answer.passages.map(({ start }) => start).sort((a, b) => a - b),
    )
    expect(answer.sentences).toBe(6)
  })

  it('gives the facts of an article, those asked for first', () => {
    expect(talk('who wrote this and when?')).toMatchObject({
      kind: 'attribution',
      asked: ['byline', 'published'],
      chosen: 'named',
    })
  })

  it('takes the article that the line names, else the newest, and says so', () => {
    expect(talk('who wrote the lighthouse story?', { article: null })).toMatchObject({
      article: lighthouse,
      chosen: 'named',
    })
    expect(talk('who wrote this?', { article: null })).toMatchObject({ chosen: 'newest' })
    expect(converse(makeLibrary([mill]), 'tldr', { ...options, article: null })).toMatchObject({
      article: mill,
      chosen: 'only',
    })
  })

  it('lists the articles, and goes on to the date of the one whose author was asked for', () => {
    expect(talk('list articles')).toMatchObject({ kind: 'articles' })
    expect(talk('when?', { after: ['who wrote it?'] })).toMatchObject({ kind: 'attribution', asked: ['published'] })
    expect(talk('when?', { after: ['was the mill kept?'] })).not.toMatchObject({ kind: 'attribution' })
  })

  it('reads a question that is asked again, or names what it asks of, as it stands', () => {
    const again = talk('was it kept?', { after: ['was it kept?'] })
    expect('readAs' in again ? again.readAs : null).toBeNull()
    const third = talk('was it kept?', { after: ['how many people came?', 'was it kept?'] })
    expect('readAs' in third ? third.readAs : null).toBeNull()
    const naming = talk('when did the mill of Marbach burn', { after: ['how many people came?'] })
    expect(naming).toMatchObject({ kind: 'found', readAs: null })
  })

  it('takes no insult for what is asked, nor for what a later line leans on', () => {
    expect(talk('fuck you', { after: ['how many people came?'] })).toMatchObject({ kind: 'manners', manner: 'insult' })
    const answer = talk('and in Marbach?', { after: ['how many people came to hear it?', 'you are useless'] })
    expect(answer).toMatchObject({ kind: 'found' })
    expect('readAs' in answer ? answer.readAs : null).not.toContain('useless')
  })

  it('introduces a person by the sentence that says who they are', () => {
    const answer = talk('who is karl voss?')
    if (answer.kind !== 'people') throw new Error(answer.kind)
    expect(slice(mill, answer.passages[0] ?? { start: 0, end: 0 })).toContain('a treasurer with a liking for museums')
  })

  it('answers as a question what asks for nobody that is named', () => {
    expect(talk('who is ahead of him?').kind).not.toBe('people')
    expect(talk('who is constructor').kind).not.toBe('people')
  })

  it('lists who is quoted, with a sentence of each', () => {
    const answer = talk('who is quoted?')
    if (answer.kind !== 'people') throw new Error(answer.kind)
    expect(answer.people.map(({ name }) => name).sort()).toEqual(['Ilse Brandt', 'Karl Voss'])
    for (const { passage } of answer.people) expect(slice(mill, passage)).toMatch(/"/)
  })

  it.each([
    ['any quotes by voss?', 'Karl Voss'],
    ['got any quotes from that treasurer guy voss', 'Karl Voss'],
    ['a quote by the mayor', 'Ilse Brandt'],
  ])('finds quotations: %s', (line, speaker) => {
    const answer = talk(line)
    if (answer.kind !== 'quotations') throw new Error(answer.kind)
    expect(new Set(answer.quotations.map(({ quotation }) => quotation.speaker))).toEqual(new Set([speaker]))
  })

  it('goes on from the question before, says how it was read, and stays in its article', () => {
    const answer = talk('and in Marbach?', {
      article: null,
      after: ['How many people came to hear the council of Lenn vote?'],
    })
    if (!('uncovered' in answer)) throw new Error(answer.kind)
    expect(answer.readAs).toContain('Marbach')
    expect(slice(mill, answer.passages[0] ?? { start: 0, end: 0 })).toContain('12 people met')
    expect(answer.passages.every(({ article }) => article === mill)).toBe(true)
    const [first, ...others] = answer.passages
    expect(others.every(({ start, end }) => end <= (first?.start ?? 0) || start >= (first?.end ?? 0))).toBe(true)
  })

  it('reads on in the article, further each time, to its end', () => {
    const question = 'How many people came to hear the council of Lenn vote?'
    const first = talk('go on', { after: [question] })
    if (!('passages' in first)) throw new Error(first.kind)
    expect(slice(mill, first.passages[0] ?? { start: 0, end: 0 })).toContain('There is no money for a museum')
    expect(talk('more', { after: [question, 'go on'] })).toMatchObject({ kind: 'nothing-found', hasEnded: true })
  })

  it('knows who said what was shown, and what else they said', () => {
    const question = 'What did the mayor say about the mill?'
    const who = talk('who said that?', { after: [question] })
    if (!('passages' in who)) throw new Error(who.kind)
    expect(who.passages[0]?.attribution.speaker).toBe('Ilse Brandt')
    expect(talk('who is she?', { after: [question] })).toMatchObject({ kind: 'people', name: 'Ilse Brandt' })
    const other = talk('and what did he say?', { after: ['who is Karl Voss?'] })
    if (!('passages' in other)) throw new Error(other.kind)
    expect(other.passages[0]?.attribution.speaker).toBe('Karl Voss')
    expect(other).toMatchObject({ readAs: 'what did Karl Voss say?' })
  })

  it('starts anew with a full question', () => {
    const answer = talk('How many houses in Marbach lost their power?', {
      article: null,
      after: ['Who is the mayor of Lenn?'],
    })
    expect(answer).toMatchObject({ readAs: null })
  })

  it('greets, and offers questions that are answered', () => {
    const answer = talk('hello!', { article: null })
    if (answer.kind !== 'manners') throw new Error(answer.kind)
    for (const example of answer.examples) expect(['found', 'people']).toContain(talk(example, { article: null }).kind)
  })

  it('survives hostile lines, with and without earlier ones', () => {
    for (const [, text] of hostileInputs) {
      for (const after of [[], [text], ['who is Karl Voss?', text]])
        expect(talk(text, { after, article: null })).toBeDefined()
    }
  })
})
