import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Passage } from '../../src/answer/answer.ts'
import { describeArticle, listArticles } from '../../src/answer/articles/describe.ts'
import { ask } from '../../src/answer/ask/ask.ts'
import { converse } from '../../src/answer/conversation/converse.ts'
import { quote } from '../../src/answer/quote/quote.ts'
import { growPassage } from '../../src/answer/recall.ts'
import { unescapeMarkdown } from '../../src/discord/escape.ts'
import { fitSentences, LEFT_OUT, wordsThatFit } from '../../src/discord/render/parts/cut.ts'
import { type Frame, formatDate } from '../../src/discord/render/parts/frame.ts'
import type { MessageBody } from '../../src/discord/render/parts/layout.ts'
import { pagesOf } from '../../src/discord/render/parts/pages.ts'
import { quotePassage } from '../../src/discord/render/passages.ts'
import { renderReading } from '../../src/discord/render/reading.ts'
import { render } from '../../src/discord/render/render.ts'
import { en } from '../../src/messages/en.ts'
import { flood, makeArticle, makeLibrary } from '../support/articles.ts'
import { allComponents, messageFaults, payloadSchema } from '../support/fake-discord/validate.ts'

const frame: Frame = {
  messages: en,
  locale: 'en-GB',
  asker: '123456789012345678',
  isPrivate: false,
  request: { words: 'What happened?', speaker: null },
  notes: [],
}

function faultsOf(body: MessageBody): string[] {
  const { allowedMentions, ...rest } = body
  const allowed_mentions = { parse: allowedMentions.parse, replied_user: allowedMentions.repliedUser }
  return messageFaults(payloadSchema.parse({ ...rest, allowed_mentions }), { isChannel: true, isEdit: false })
}

function textOf(body: MessageBody): string {
  return allComponents(payloadSchema.parse({ components: body.components }).components ?? [])
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join('\n')
}

const longSentence = (words: number, at: number): string =>
  `Sentence ${at} ${'of *many* words '.repeat(words / 3)}ends here.`
const longParagraph = Array.from({ length: 60 }, (_, at) => longSentence(27, at)).join(' ')
const long = makeArticle(`It began early.\n\n${longParagraph}\n\nIt ended late.`, {
  slug: 'long',
  headline: 'Headline '.repeat(56).trim(),
})
const vast = makeArticle(
  Array.from({ length: 2_000 }, (_, at) => `Paragraph ${at} begins. It holds the number ${at * 7}.`).join('\n\n'),
  { slug: 'vast' },
)
const wordless = makeArticle(`${'x'.repeat(9_000)} ${'🙂'.repeat(3_000)}`, { slug: 'wordless' })
const markup = makeArticle('# *Not* a heading\n> nor a quote\n- nor a list\n1. nor that, says <@1> to @everyone.', {
  slug: 'markup',
})

describe('pages of an article', () => {
  it.each([long, vast, wordless, markup, flood])('hold every word of $slug, in order', article => {
    const pages = pagesOf(article)
    const words = (text: string): string => text.replace(/\s+/g, '')
    expect(words(pages.map(({ start, end }) => article.body.slice(start, end)).join(''))).toBe(words(article.body))
  })

  it.each([long, vast, wordless, markup])(
    'keep to the limits of Discord, with the whole attribution, for $slug',
    article => {
      for (const [page] of pagesOf(article).entries()) {
        const body = renderReading(article, { kind: 'reading', article: 'abcdef', version: 'abcdef', page }, frame)
        expect(faultsOf(body)).toEqual([])
        expect(textOf(body)).toContain(article.headline)
      }
    },
  )

  it('end with a paragraph where they can, else with a sentence', () => {
    for (const { end } of pagesOf(vast)) expect(vast.paragraphs.some(paragraph => paragraph.end === end)).toBe(true)
    for (const { end } of pagesOf(long)) {
      expect(long.paragraphs.flatMap(({ sentences }) => sentences).some(sentence => sentence.end === end)).toBe(true)
    }
  })

  it('say where a paragraph goes on', () => {
    const [, second] = pagesOf(long)
    expect(second).toBeDefined()
    expect(textOf(renderReading(long, { kind: 'reading', article: 'a', version: 'a', page: 1 }, frame))).toContain(
      LEFT_OUT,
    )
  })
})

describe('passages', () => {
  const library = makeLibrary([long, vast, wordless, markup, flood])
  const answers: [string, Answer][] = [
    ['a long paragraph', ask(library, 'Sentence 30 many words', { limit: 3, article: 'long', grouping: 'paragraph' })],
    ['one of 2,000 paragraphs', ask(library, 'number 7007', { limit: 5, article: null, grouping: 'paragraph' })],
    ['a text without words', ask(library, 'x'.repeat(9_000), { limit: 3, article: null, grouping: 'paragraph' })],
    ['nothing', ask(library, 'zebra', { limit: 3, article: null, grouping: 'paragraph' })],
    ['quotations', quote(library, { words: null, speaker: 'Ilse Brandt', article: null, limit: 100 })],
    ['no quotations', quote(library, { words: 'zebra', speaker: null, article: null, limit: 100 })],
    ['an article with a long headline', describeArticle(library, long)],
    [
      'a list of articles with long headlines',
      listArticles(makeLibrary(Array.from({ length: 200 }, (_, at) => ({ ...long, slug: `long-${at}` })))),
    ],
    ['an empty list', listArticles(makeLibrary([]))],
  ]

  it.each(answers)('keep to the limits of Discord for %s', (_name, answer) => {
    expect(faultsOf(render(answer, null, frame))).toEqual([])
  })

  it('show every article of a list of 200, page by page', () => {
    const articles = Array.from({ length: 200 }, (_, at) => ({
      ...flood,
      slug: `flood-${at}`,
      headline: `Flood number ${at}.`,
    }))
    const list = listArticles(makeLibrary(articles))
    const texts = Array.from({ length: 20 }, (_, page) => textOf(render(list, { kind: 'articles', page }, frame))).join(
      '\n',
    )
    for (const { headline } of articles) expect(texts).toContain(headline)
  })

  it('give the attribution of one article once under several introductions', () => {
    const body =
      'Mayor Ilse Brandt spoke on Monday.\n\nBrandt, the mayor, left early.\n\nIlse Brandt was a teacher before.'
    const library = makeLibrary([makeArticle(body, { slug: 'mayor', headline: 'A mayor speaks' })])
    const answer = converse(library, 'who is Ilse Brandt?', {
      limit: 3,
      article: null,
      grouping: 'paragraph',
      after: [],
    })
    expect(answer.kind === 'people' && answer.passages.length > 1).toBe(true)
    expect(textOf(render(answer, null, frame)).match(/A mayor speaks/g)).toHaveLength(1)
  })

  it('name every article that prints the same sentence, as far as there is room', () => {
    const copies = Array.from({ length: 60 }, (_, at) => ({
      ...flood,
      slug: `copy-${at}`,
      outlet: `Outlet number ${at}`,
      url: null,
    }))
    const body = (count: number): string =>
      textOf(
        render(
          ask(makeLibrary(copies.slice(0, count)), 'river Lenn water board', {
            limit: 3,
            article: null,
            grouping: 'paragraph',
          }),
          null,
          frame,
        ),
      )
    expect(body(3).match(/Outlet number/g)).toHaveLength(3)
    expect(body(20)).toMatch(/Also printed in: .*; \[…\]/)
  })

  it('name the places of three long quotations in many articles as far as there is room, and break no limit', () => {
    const headline = 'A headline without end '.repeat(20).trim()
    const said = ['bridge', 'river', 'school'].map(
      about => `We will do what we can for the ${about}. ${'And more. '.repeat(150)}`,
    )
    const cuts = said.flatMap((words, at) =>
      Array.from({ length: 20 }, (_, copy) => {
        const whole = copy % 2 === 0 ? words.trim() : words.slice(0, words.length / 2).trim()
        return makeArticle(`"${whole}" said Ilse Brandt.`, { slug: `cut-${at}-${copy}`, headline, outlet: headline })
      }),
    )
    const answer = quote(makeLibrary(cuts), { words: null, speaker: 'Ilse Brandt', article: null, limit: 100 })
    const body = render(answer, null, frame)
    expect(answer.quotations.map(({ passage }) => passage.copies.length)).toEqual([19, 19, 19])
    expect(faultsOf(body)).toEqual([])
    expect(textOf(body).match(/Also printed in: /g)).toHaveLength(3)
    expect(textOf(body).match(/A part of these words is printed in: /g)).toHaveLength(3)
  })

  it('have their attribution whole, however long they are', () => {
    const first = ask(library, 'Sentence 30 many words', { limit: 1, article: 'long', grouping: 'paragraph' })
    const passages = first.passages.map(passage => growPassage(passage, 1, () => []))
    const shown = textOf(render({ ...first, passages }, null, frame))
    expect(shown).toContain(long.headline)
    expect(shown).toContain('paragraph 2')
    expect(shown).toContain(LEFT_OUT)
  })

  it('are cut between sentences, never inside one that fits', () => {
    const [passage] = ask(library, 'Sentence 30 many words', {
      limit: 1,
      article: 'long',
      grouping: 'paragraph',
    }).passages
    const grown = growPassage(passage as Passage, 1, () => [])
    const { markdown, clipped } = quotePassage(grown, 1_500)
    expect(clipped).toBe(true)
    expect(markdown.length).toBeLessThanOrEqual(1_500)
    expect(unescapeMarkdown(markdown)).toMatch(/^> \[…\] Sentence \d+ of .* ends here\. \[…\]$/)
    expect(markdown).toContain('Sentence 30 ')
  })
})

describe('fitSentences', () => {
  it('gives a slice that fits, holds the sentence that matters, and cuts no word', () => {
    const bodies = fc.array(fc.stringMatching(/^[A-Za-z*_]{1,12}( [a-z>#]{1,12}){0,8}$/), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 120, max: 600 }), (texts, pick, budget) => {
        const article = makeArticle(texts.map(text => `${text}.`).join(' '))
        const sentences = article.paragraphs.flatMap(paragraph => paragraph.sentences)
        const kept = sentences[pick % sentences.length] ?? { start: 0, end: 0 }
        const range = { start: 0, end: article.body.length }
        const { start, end, clipped } = fitSentences(article.body, range, kept, sentences, budget)
        expect(clipped).toBe(end - start < article.body.length)
        expect(start).toBeLessThanOrEqual(kept.start)
        for (const at of [start, end])
          expect(/\w/.test(article.body[at - 1] ?? ' ') && /\w/.test(article.body[at] ?? ' ')).toBe(false)
      }),
    )
  })

  it('cuts a word only where it alone is too long, and then between graphemes', () => {
    expect(wordsThatFit('one two three', { start: 0, end: 13 }, 8)).toEqual({ start: 0, end: 7 })
    const family = '👩‍👩‍👧'
    const { end } = wordsThatFit(family.repeat(5), { start: 0, end: family.length * 5 }, family.length * 2 + 3)
    expect(end).toBe(family.length * 2)
  })
})

describe('formatDate', () => {
  it.each([
    ['2021-01-24', 'en-GB', '24 January 2021'],
    ['2021-01-24', 'de', '24. Januar 2021'],
    ['2021-01-24', 'es-ES', '24 de enero de 2021'],
    ['2021-01-24', 'fr', '24 janvier 2021'],
    ['2021-01-24', 'pt-BR', '24 de janeiro de 2021'],
    ['2021-01-24', 'hi', '24 जनवरी 2021'],
    ['2021-01-24', 'ru', '24 января 2021 г.'],
    ['sometime', 'en-GB', 'sometime'],
  ])('prints %s for %s as %s', (date, locale, printed) => {
    expect(formatDate(date, locale)).toBe(printed)
  })
})
