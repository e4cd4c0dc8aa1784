import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/answer/answer.ts'
import { ask } from '../../../src/answer/ask/ask.ts'
import type { AskOptions } from '../../../src/answer/ask/ask-options.ts'
import { mergeCopies } from '../../../src/answer/copies/merge-copies.ts'
import { gatherPassage } from '../../../src/answer/passage.ts'
import { quote } from '../../../src/answer/quote/quote.ts'
import { recallPassages } from '../../../src/answer/recall.ts'
import { slice } from '../../../src/article/article.ts'
import { passageId } from '../../../src/library/lookup/passage-id.ts'
import { answerJson, quotationJson } from '../../../src/terminal/json.ts'
import { flood, lighthouse, makeArticle, makeLibrary } from '../../support/articles.ts'

const options: AskOptions = { limit: 3, article: null, grouping: 'paragraph' }
const question = 'Which ferry sank near Gull Island?'
/** One sentence as four desks print it, the last with another number. */
const printings = [
  'The ferry Aurora sank near Gull Island on Sunday with 40 people on board.',
  'LENN (AP) — The ferry Aurora sank near Gull Island Sunday with 40 people on board.',
  'The ferry “Aurora” sank near Gull Island on Sunday, with 40 people on board.',
  'The ferry Aurora sank near Gull Island on Sunday with 14 people on board.',
].map((body, at) => makeArticle(body, { slug: `ferry-${at}`, headline: `Ferry ${at}`, outlet: `Outlet ${at}` }))
const story = makeLibrary([...printings, flood, lighthouse])

const namesOf = (passage: Passage | undefined): string[] =>
  passage === undefined
    ? []
    : [passage.article, ...passage.copies.map(({ article }) => article)].map(({ slug }) => slug)

describe('copies of a sentence', () => {
  it('become one passage, shown as the best prints it, unless a number differs', () => {
    const { passages } = ask(story, question, options)
    const [merged, ...others] = [...passages].sort((a, b) => b.copies.length - a.copies.length)
    expect(namesOf(merged).sort()).toEqual(['ferry-0', 'ferry-1', 'ferry-2'])
    expect(merged && slice(merged.article, merged.sentence)).toBe(merged?.article.body)
    expect(others.map(({ article }) => article.slug)).toContain('ferry-3')
  })

  it('are never those in the same article, nor in the same page under another name', () => {
    const [first] = printings
    if (first === undefined) throw new RangeError('expected a printing')
    const url = 'https://example.org/ferry'
    const twice = makeArticle(`${first.body}\n\nNobody was hurt.\n\n${first.body}`, { slug: 'twice', url })
    const saved = makeArticle(first.body, { slug: 'saved-again', url })
    const { passages } = ask(makeLibrary([twice, saved, flood]), question, options)
    expect(passages.flatMap(({ copies }) => copies)).toEqual([])
  })

  it('are told from those that are printed to the letter', () => {
    const likeness = ask(story, question, options).passages.flatMap(passage =>
      passage.copies.map(copy => [slice(copy.article, copy.printed[0] ?? { start: 0, end: 0 }), copy.likeness]),
    )
    expect(likeness.length).toBe(2)
    for (const [printed, degree] of likeness)
      expect([printed, degree]).toEqual([expect.stringMatching(/Aurora/), 'nearly'])
  })

  it.each(['paragraph', 'sentence'] as const)('leave their places to other passages (%s)', grouping => {
    const many = Array.from({ length: 60 }, (_, at) =>
      makeArticle('The ferry Aurora sank near Gull Island.', { slug: `copy-${at}` }),
    )
    const others = ['A ferry to Gull Island was sold.', 'The ferry from Lenn sank long ago.'].map((body, at) =>
      makeArticle(body, { slug: `other-${at}` }),
    )
    const { passages } = ask(makeLibrary([...many, ...others]), question, { ...options, grouping })
    expect(passages.length).toBeGreaterThanOrEqual(grouping === 'sentence' ? 3 : 1)
    expect(namesOf(passages[0]).filter(slug => slug.startsWith('copy'))).toHaveLength(60)
  })

  it('are not looked for where one article alone is asked', () => {
    const { passages } = ask(story, question, { ...options, article: 'ferry-0' })
    expect(passages.map(namesOf)).toEqual([['ferry-0']])
  })

  it('merge whole paragraphs, though another of their sentences matches best', () => {
    const body = 'The ferry Aurora sank near Gull Island. All forty passengers of the ferry were saved by fishermen.'
    const library = makeLibrary([
      makeArticle(body, { slug: 'one', headline: 'The ferry Aurora' }),
      makeArticle(body, { slug: 'two', headline: 'Passengers saved by fishermen' }),
    ])
    expect(ask(library, 'Who saved the passengers when the ferry Aurora sank?', options).passages).toHaveLength(1)
  })

  it('stay with a passage that is shown again, or drawn out, with its question known or not', () => {
    const [first] = ask(story, question, { ...options, limit: 1 }).passages
    const wanted = { passages: [first?.id ?? ''], position: 0, nearest: false, within: false }
    for (const asked of [question, null]) {
      for (const growth of [0, 1, 2]) {
        const { answer } = recallPassages(story, { ...wanted, growth, question: asked })
        expect(namesOf(answer.passages[0]).sort()).toEqual(namesOf(first).sort())
      }
    }
  })

  it('are found in any language, though the question led to one of them alone', () => {
    const bodies = ['Старый мост в Марбахе закрыли до самой зимы.', '«Старый мост в Марбахе закрыли до самой зимы».']
    const library = makeLibrary(bodies.map((body, at) => makeArticle(body, { slug: `most-${at}`, language: 'ru' })))
    const [first] = library.articles.values()
    const sentence = first?.paragraphs[0]?.sentences[0]
    const id = first === undefined || sentence === undefined ? '' : passageId(first, sentence)
    const wanted = { passages: [id], position: 0, growth: 0, nearest: false, within: false, question: null }
    expect(namesOf(recallPassages(library, wanted).answer.passages[0])).toEqual(['most-0', 'most-1'])
  })

  it('are in the JSON with what they print, to the letter', () => {
    const { passages } = JSON.parse(
      answerJson(question, ask(story, question, { ...options, grouping: 'sentence' }), ''),
    )
    const copies = passages.flatMap((passage: { copies?: readonly object[] }) => passage.copies ?? [])
    expect(copies).toHaveLength(2)
    for (const copy of copies) {
      const { body, outlet } = story.articles.get(copy.article) ?? flood
      expect(copy).toMatchObject({ likeness: 'nearly', printed: body, paragraph: 1, attribution: { outlet } })
    }
  })
})

describe('mergeCopies, for any passages', () => {
  const sentences = fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom('40', '14', 'no')), { maxLength: 12 })

  it('loses no attribution, and merges none that differ in a number or a negation', () => {
    fc.assert(
      fc.property(sentences, drawn => {
        const passages = drawn.map(([printing, people], at) => {
          const body = (printings[printing]?.body ?? '').replace('40', people)
          const article = makeArticle(body, { slug: `drawn-${at}` })
          return gatherPassage(article, { paragraph: 0, sentence: 0 }, 0, () => [])
        })
        const merged = mergeCopies(passages, 'paragraph')
        expect(merged.flatMap(namesOf).sort()).toEqual(passages.flatMap(namesOf).sort())
        expect(merged).toHaveLength(new Set(drawn.map(([, people]) => people)).size)
        for (const passage of merged) {
          const people = /(?:40|14|no) people/.exec(passage.article.body)?.[0]
          for (const { article } of passage.copies) expect(article.body).toContain(people)
        }
      }),
    )
  })
})

describe('copies of a quotation', () => {
  const print = (slug: string, body: string, published: string) =>
    makeArticle(body, { slug, outlet: `Outlet ${slug}`, published })
  const whole = print(
    'whole',
    '"We have lost the bridge, but we will rebuild it before winter," said Ilse Brandt.',
    '2024-05-02',
  )
  const contracted = print(
    'near',
    '"We’ve lost the bridge," said Ilse Brandt. "But we’ll rebuild it before winter."',
    '2024-05-03',
  )
  const cut = print('cut', 'Mayor Ilse Brandt said: "We will rebuild it before winter."', '2024-05-01')
  const other = print('other', 'Mayor Ilse Brandt said: "We will rebuild it before summer."', '2024-05-04')
  const theirs = print('theirs', '"We will rebuild it before winter," said Tom Okafor.', '2024-05-05')
  const library = makeLibrary([whole, contracted, cut, other, theirs])

  it('list their places with the longest cut; another word or another speaker is another quotation', () => {
    const { quotations, total } = quote(library, { words: null, speaker: 'Brandt', article: null, limit: 10 })
    const shown = quotations.map(({ passage }) => [
      passage.article.slug,
      passage.copies.map(copy => [copy.article.slug, copy.likeness]),
    ])
    expect(shown).toEqual([
      [
        'whole',
        [
          ['cut', 'part'],
          ['near', 'nearly'],
        ],
      ],
      ['other', []],
    ])
    expect(total).toBe(2)
  })

  it('are in the JSON', () => {
    const { quotations } = quote(library, { words: 'lost bridge winter', speaker: 'Brandt', article: null, limit: 10 })
    const [first] = quotations.map(found => JSON.parse(quotationJson(found)))
    expect(first.copies.map(({ article }: { article: string }) => article).sort()).toHaveLength(2)
  })

  it('stay with their quotation where a question asks what somebody said', () => {
    const { passages } = ask(library, 'What did Ilse Brandt say?', options)
    expect(passages.flatMap(namesOf).sort()).toEqual(expect.arrayContaining(['cut', 'near', 'other', 'whole']))
  })

  it('keep the copies that each of two merged passages has', () => {
    const [one, two] = ['one', 'two'].map(slug => {
      const article = makeArticle('The old bridge of Marbach was closed.', { slug })
      const passage = gatherPassage(article, { paragraph: 0, sentence: 0 }, 0, () => [])
      const { attribution } = passage
      const known = makeArticle('The old bridge of Marbach was closed.', { slug: `known-${slug}` })
      return {
        ...passage,
        copies: [{ article: known, attribution, printed: [passage.sentence], likeness: 'same' as const }],
      }
    })
    const [merged] = mergeCopies(one && two ? [one, two] : [], 'paragraph')
    expect(namesOf(merged)).toEqual(['one', 'known-one', 'two', 'known-two'])
  })

  it('give way to others up to the limit', () => {
    const copies = Array.from({ length: 30 }, (_, at) => print(`copy-${at}`, cut.body, '2024-01-01'))
    const { quotations } = quote(makeLibrary([...copies, other, theirs]), {
      words: 'rebuild it',
      speaker: null,
      article: null,
      limit: 3,
    })
    expect(quotations).toHaveLength(3)
    expect(quotations.map(({ passage }) => passage.copies.length).sort()).toEqual([0, 0, 29])
  })
})
