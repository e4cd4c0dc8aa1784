import { describe, expect, it } from 'vitest'
import type { CheckAnswer } from '../../../src/answer/answer.ts'
import { check } from '../../../src/answer/check/check.ts'
import { slice } from '../../../src/article/article.ts'
import { quotationsOf } from '../../../src/library/quotations-of.ts'
import { flood, hostileInputs, lighthouse, makeArticle, makeLibrary } from '../../support/articles.ts'

const mill = makeArticle(
  `The council of Lenn met on Monday about the old mill.

"We will not sell the mill to anybody who would pull it down," said the mayor, Ilse Brandt. "It has stood for 214 years, and it can stand for 200 more."

"There is no money for a museum," the treasurer, Karl Voss, told the Lenn Times. "I don't see it coming, either. Perhaps the state should pay."

The builder Nora Fink offered 90,000 dollars [about 84,000 euros] for the roof. "My crew could start in May … and be done by autumn," she said.`,
  { slug: 'mill', headline: 'Council keeps the mill', outlet: 'Lenn Times', published: '2024-05-20' },
)
const library = makeLibrary([flood, lighthouse, mill])
const ask = (quote: string, speaker: string | null = null): CheckAnswer => check(library, { quote, speaker })
const printed = ({ passage, printed }: CheckAnswer): string[] =>
  printed.map(span => (passage === null ? '' : slice(passage.article, span)))

describe('the verdict on a claimed quotation', () => {
  it.each([
    ['as printed', 'We will not sell the mill to anybody who would pull it down'],
    ['in capitals, with other white space', 'we  will NOT sell\nthe mill to anybody'],
    ['in curly marks', '“Nobody had seen water like this since 1954,”'],
    ['with another apostrophe', 'I don’t see it coming, either.'],
    [
      'with both parts of a broken quotation',
      'Nobody had seen water like this since 1954, We will rebuild the bridge before winter.',
    ],
    [
      'with its parts joined by a mark',
      'Nobody had seen water like this since 1954, […] We will rebuild the bridge before winter.',
    ],
    ['of words that are in every sentence', 'I don’t see it'],
    ['of the article’s own words', 'closed the old bridge'],
    ['with the ellipsis that is printed', 'My crew could start in May ... and be done by autumn'],
    ['with the brackets that are printed', 'offered 90,000 dollars [about 84,000 euros] for the roof'],
  ])('is verbatim %s', (_name, words) => {
    const answer = ask(words)
    expect(answer).toMatchObject({ verdict: 'verbatim', differences: [] })
    expect(printed(answer).length).toBeGreaterThan(0)
  })

  it('is shortened where words are left out, and shows them', () => {
    const answer = ask('We will not sell the mill who would pull it down')
    expect(answer.verdict).toBe('shortened')
    expect(answer.differences).toEqual([
      { kind: 'left-out', weight: null, claimed: '', printed: 'to anybody', marked: false },
    ])
  })

  it('is shortened where the claim marks what it leaves out', () => {
    const answer = ask('It has stood for 214 years … 200 more')
    expect(answer.verdict).toBe('shortened')
    expect(answer.differences.every(({ kind, marked }) => kind === 'left-out' && marked)).toBe(true)
  })

  it.each([
    ['negation', 'We will sell the mill to anybody who would pull it down'],
    ['negation', 'We will not sell the mill to nobody who would pull it down'],
    ['negation', 'There is money for a museum'],
    ['negation', 'I do see it coming, either'],
    ['number', 'It has stood for 241 years, and it can stand for 200 more'],
    ['number', 'Nobody had seen water like this since 1945'],
    ['name', 'Its new owner is the painter Ana Costa'],
    ['modal', 'Perhaps the state must pay.'],
    [null, 'We will not rent the mill to anybody who would pull it down'],
  ])('is altered, and names the %s first', (weight, words) => {
    const answer = ask(words)
    expect(answer.verdict).toBe('altered')
    expect(answer.differences[0]?.weight).toBe(weight)
  })

  it.each([
    ['a comma for a full stop', 'It has stood for 214 years. and it can stand for 200 more', '.', ','],
    ['a lost comma', 'I don’t see it coming either', '', ','],
    ['a lost apostrophe', 'I dont see it coming, either', 'dont', "don't"],
  ])('is verbatim but for punctuation with %s, and shows the mark', (_name, words, claimed, mark) => {
    const answer = ask(words)
    expect(answer.verdict).toBe('verbatim')
    expect(answer.differences).toMatchObject([{ weight: 'punctuation', claimed, printed: mark }])
  })

  it('takes an apostrophe that only the claim has for another word', () => {
    expect(ask("We'll not sell the mill to anybody").verdict).toBe('altered')
  })

  it.each([
    [
      'of two articles',
      'We will not sell the mill to anybody who had seen water like this since 1954',
      ['mill', 'flood'],
    ],
    [
      'of two people in one article',
      'We will not sell the mill to anybody There is no money for a museum',
      ['mill', 'mill'],
    ],
    ['in the wrong order', 'it can stand for 200 more We will not sell the mill to anybody', ['mill', 'mill']],
  ])('is spliced for words %s, and shows both places', (_name, words, slugs) => {
    const answer = ask(words)
    expect(answer.verdict).toBe('spliced')
    expect([answer.passage?.article.slug, answer.spliced?.passage.article.slug]).toEqual(slugs)
    expect(answer.printed.length).toBeGreaterThan(0)
    expect(answer.spliced?.printed.length).toBeGreaterThan(0)
  })

  it('says when no more than a part of the sentence was quoted', () => {
    expect(ask('We will not sell the mill').isPartOfSentence).toBe(true)
    expect(ask('We will not sell the mill to anybody who would pull it down').isPartOfSentence).toBe(false)
    expect(ask('There is no money for a museum').isPartOfSentence).toBe(false)
  })

  it.each([
    [
      'lines quoted with ">" and a comment below',
      '> There is no money for a museum\nhow dare he, honestly',
      'verbatim',
    ],
    ['a credit in small letters before the words', 'karl voss said there is no money for a museum', 'verbatim'],
    ['a credit behind the words', 'There is no money for a museum, said Karl Voss', 'verbatim'],
  ])('looks past %s', (_name, message, verdict) => {
    expect(ask(message).verdict).toBe(verdict)
  })

  it('keeps to the words themselves where a credit is printed with them', () => {
    expect(ask('the treasurer, Karl Voss, told the Lenn Times').verdict).toBe('verbatim')
  })

  it('pairs a changed word at the edge with the printed one', () => {
    expect(ask('1,520 houses in Marbach').differences).toEqual([
      { kind: 'changed', weight: 'number', claimed: '1,520', printed: '1,250', marked: false },
    ])
  })

  it('is not found for what nobody printed, with the nearest sentence and what was looked through', () => {
    const answer = ask('The lighthouse will be painted green by volunteers next summer')
    expect(answer).toMatchObject({ verdict: 'not-found', articlesSearched: 3, newest: '2024-05-20', printed: [] })
    expect(answer.passage?.article.slug).toBe('lighthouse')
  })

  it('is never verbatim for a changed quotation, and always for an untouched one', () => {
    for (const article of [flood, lighthouse, mill]) {
      for (const { parts } of quotationsOf(article)) {
        const words = parts.map(part => slice(article, part)).join(' ')
        expect(ask(words).verdict).toBe('verbatim')
        const list = words.split(' ')
        list.forEach((word, at) => {
          const changed = list.with(at, 'gooseberry').join(' ')
          expect([word, ask(changed).verdict]).not.toEqual([word, 'verbatim'])
          if (list.length > 4 && /\w/.test(word)) {
            expect(ask(list.toSpliced(at + 1, 0, 'gooseberry').join(' ')).verdict).not.toBe('verbatim')
          }
        })
      }
    }
  })

  it('survives hostile claims', () => {
    for (const [, text] of hostileInputs) {
      expect(['verbatim', 'shortened', 'spliced', 'altered', 'not-found']).toContain(ask(text, text).verdict)
    }
  })
})

describe('the credit', () => {
  it('fits any part of the name, and the description', () => {
    expect(ask('There is no money for a museum', 'voss').credit.speakerFits).toBe(true)
    expect(ask('There is no money for a museum', 'the treasurer').credit.speaker).toBe('Karl Voss')
  })

  it('says whose words they are when somebody else is claimed', () => {
    const { verdict, credit } = ask('There is no money for a museum', 'Ilse Brandt')
    expect(verdict).toBe('verbatim')
    expect(credit).toMatchObject({ claimedSpeaker: 'Ilse Brandt', speaker: 'Karl Voss', speakerFits: false })
  })

  it('is read out of a message', () => {
    expect(ask('Brandt said: "There is no money for a museum" wow').credit).toMatchObject({
      claimedSpeaker: 'Brandt',
      speakerFits: false,
    })
    expect(ask('"There is no money for a museum" — Karl Voss').credit.speakerFits).toBe(true)
    expect(ask('from The Valley Post: "There is no money for a museum"').credit.outletFits).toBe(false)
  })

  const copies = makeLibrary([
    mill,
    makeArticle('"There is no money for a museum," said Karl Voss on Monday.', { slug: 'copy', outlet: 'Valley Wire' }),
    makeArticle('One note read: "There is no money for a museum." It hung there all day.', {
      slug: 'note',
      outlet: 'Marbach News',
    }),
  ])

  it('does not deny an outlet that printed the words because another did, too', () => {
    for (const outlet of ['Lenn Times', 'Valley Wire', 'Marbach News']) {
      const quote = `${outlet}: "There is no money for a museum", said Voss`
      expect(check(copies, { quote, speaker: null }).credit.outletFits).toBe(true)
    }
  })

  it('names another speaker though some article names none', () => {
    const { credit } = check(copies, { quote: 'There is no money for a museum', speaker: 'Ilse Brandt' })
    expect(credit).toMatchObject({ speaker: 'Karl Voss', speakerFits: false })
  })

  it('names nobody for the article’s own words', () => {
    expect(ask('closed the old bridge', 'Ilse Brandt')).toMatchObject({
      quotation: null,
      credit: { speaker: null, speakerFits: null },
    })
  })
})
