import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likenessOf, wordingOf } from '../../../src/answer/copies/fingerprint.ts'
import type { Article } from '../../../src/article/article.ts'
import { makeArticle } from '../../support/articles.ts'

/** How alike the first sentences of two articles are. */
function compare(one: string, other: string, known: Partial<Article> = {}, knownOther: Partial<Article> = known) {
  const [a, b] = [makeArticle(one, { ...known, slug: 'one' }), makeArticle(other, { ...knownOther, slug: 'other' })]
  return likenessOf(wordingOf(a, firstOf(a)), wordingOf(b, firstOf(b)))
}

const firstOf = ({ paragraphs, body }: Article) => paragraphs[0]?.sentences[0] ?? { start: 0, end: body.length }

describe('likenessOf', () => {
  it.each([
    ['capitals and quotation marks', 'The "old" bridge stays shut.', 'THE “OLD” BRIDGE STAYS SHUT.'],
    ['dashes and white space', 'The bridge - once new -\nstays shut.', 'The bridge — once new — stays shut.'],
  ])('calls the same what differs in %s', (_, one, other) => {
    expect(compare(one, other)).toBe('same')
  })

  it.each([
    ['an agency’s dateline', 'MARBACH (AP) — The old bridge closed on Friday.', 'The old bridge closed on Friday.'],
    [
      'a dateline with a date',
      'LENN, May 3 (Reuters) - Five bridges closed this spring.',
      'Five bridges closed this spring.',
    ],
    ['an article', 'The engineers closed the old bridge at noon.', 'Engineers closed old bridge at noon.'],
    ['“that” after “said”', 'She said that the bridge would be rebuilt.', 'She said the bridge would be rebuilt.'],
    ['“on” before a day', 'The old bridge was closed on Friday.', 'The old bridge was closed Friday.'],
    ['“says” and “said”', 'The mayor says the bridge is unsafe.', 'The mayor said the bridge is unsafe.'],
    [
      'a contraction',
      'We have lost what we’ve built and can’t wait.',
      'We’ve lost what we have built and cannot wait.',
    ],
    ['a negative contraction', 'The bridge isn’t safe for lorries.', 'The bridge is not safe for lorries.'],
    ['initials', 'The U.S. engineer inspected the bridge.', 'The US engineer inspected the bridge.'],
    ['per cent', 'Some 12 per cent of houses were lost.', 'Some 12% of houses were lost.'],
    ['a figure spelt out', 'The flood took three old bridges away.', 'The flood took 3 old bridges away.'],
    ['thousands', 'The water reached 1,250 houses in town.', 'The water reached 1250 houses in town.'],
    ['accents and spelling', 'The café’s organisers closed it early.', 'The cafe’s organizers closed it early.'],
    ['a courtesy title', 'The bridge, Mr. Okafor said, was unsafe.', 'The bridge, Okafor said, was unsafe.'],
    ['a comma for “and”', 'You cross the bridge and you get wet.', 'You cross the bridge, you get wet.'],
    [
      'the credit of a quotation',
      '"We will rebuild the bridge before winter," said Ilse Brandt.',
      'Ilse Brandt: "We will rebuild the bridge before winter."',
    ],
  ])('calls nearly the same what differs in %s', (_, one, other) => {
    expect([compare(one, other), compare(other, one)]).toEqual(['nearly', 'nearly'])
  })

  it.each([
    ['a number', 'The water reached 1,250 houses in town.', 'The water reached 1,520 houses in town.'],
    ['a decimal', 'Prices rose by 1.5 percent in May.', 'Prices rose by 15 percent in May.'],
    ['a sign', 'It was -5 degrees in Marbach that night.', 'It was 5 degrees in Marbach that night.'],
    ['a currency', 'The bridge cost $5 million to build.', 'The bridge cost €5 million to build.'],
    ['a number word', 'The flood took three old bridges away.', 'The flood took four old bridges away.'],
    ['an order of magnitude', 'The bridge cost five million to build.', 'The bridge cost five billion to build.'],
    ['a weekday', 'The old bridge was closed on Friday.', 'The old bridge was closed on Sunday.'],
    ['a date', 'The old bridge was closed on May 3.', 'The old bridge was closed on May 4.'],
    ['a “not”', 'The old bridge will be rebuilt soon.', 'The old bridge will not be rebuilt soon.'],
    ['an “n’t”', 'The old bridge could be rebuilt soon.', 'The old bridge couldn’t be rebuilt soon.'],
    ['a “never”', 'The mayor said that about the bridge.', 'The mayor never said that about the bridge.'],
    ['a “without”', 'They crossed the bridge with a permit.', 'They crossed the bridge without a permit.'],
    ['a denial', 'The mayor denied the bridge is unsafe.', 'The mayor said the bridge is unsafe.'],
    ['a name', 'The engineer Tom Okafor drew the bridge.', 'The engineer Tim Okafor drew the bridge.'],
    ['a quantity', 'Few people crossed the old bridge today.', 'A few people crossed the old bridge today.'],
    ['“most”', 'Most houses in the town were flooded.', 'The most houses in the town were flooded.'],
    ['“all”', 'All houses in the town were flooded.', 'Houses in the town were flooded.'],
    ['a modal', 'The council will rebuild the old bridge.', 'The council may rebuild the old bridge.'],
    ['a condition', 'The bridge will open if it is safe.', 'The bridge will open, it is safe.'],
    ['“or”', 'The council will rebuild or sell it.', 'The council will rebuild and sell it.'],
    ['a question mark', 'The council will rebuild the bridge.', 'The council will rebuild the bridge?'],
    ['“a” for “the”', 'She is a daughter of the mayor here.', 'She is the daughter of the mayor here.'],
    ['“us” for “US”', 'The engineers asked US to help them.', 'The engineers asked us to help them.'],
    ['the place of a dateline', 'MARBACH (AP) — Police closed the bridge.', 'LENN (AP) — Police closed the bridge.'],
    ['a place “here”', 'MARBACH (AP) — Police here closed the bridge.', 'Police here closed the bridge.'],
    [
      'the speaker of a quotation',
      '"We will rebuild the bridge before winter," said Ilse Brandt.',
      '"We will rebuild the bridge before winter," said Tom Okafor.',
    ],
    [
      'what stands beside a quotation',
      '"We will rebuild the bridge before winter," said Ilse Brandt on Monday.',
      '"We will rebuild the bridge before winter," said Ilse Brandt on Tuesday.',
    ],
  ])('keeps apart what differs in %s', (_, one, other) => {
    expect([compare(one, other), compare(other, one)]).toEqual([null, null])
  })

  it('reads “on Friday” of two weeks as two days, and yesterday as another day', () => {
    const [friday, yesterday] = ['The old bridge was closed on Friday.', 'The old bridge was closed yesterday.']
    const near = (text: string): string => text.replace('The old', 'Old')
    const on = (published: string) => ({ published })
    expect(compare(friday, near(friday), on('2024-05-03'), on('2024-05-05'))).toBe('nearly')
    expect(compare(friday, near(friday), on('2024-05-03'), on('2024-05-13'))).toBeNull()
    expect(compare(yesterday, near(yesterday), on('2024-05-03'), on('2024-05-04'))).toBeNull()
  })

  it('keeps apart what points back to different people, though its own words are the same', () => {
    const second = (body: string, slug: string) => {
      const article = makeArticle(body, { slug })
      const sentence = article.paragraphs.flatMap(({ sentences }) => sentences)[1] ?? { start: 0, end: 0 }
      return wordingOf(article, sentence)
    }
    const okafor = second('Tom Okafor drew the bridge. He was arrested in Marbach on Monday.', 'one')
    const also = second('LENN (AP) — Tom Okafor drew the bridge.\n\nHe was arrested in Marbach on Monday.', 'two')
    const sousa = second('Ana Sousa bought the lighthouse. He was arrested in Marbach on Monday.', 'three')
    expect(likenessOf(okafor, also)).toBe('same')
    expect(likenessOf(okafor, sousa)).toBeNull()
  })

  it('takes nothing out of languages whose words it does not know', () => {
    const known = { language: 'de' }
    expect(compare('Die alte Brücke bleibt bis Freitag zu.', '„Die alte Brücke“ bleibt bis Freitag zu.', known)).toBe(
      'same',
    )
    expect(compare('Die alte Brücke, sie bleibt heute zu.', 'Die alte Brücke sie bleibt heute zu.', known)).toBe(
      'nearly',
    )
    expect(compare('The old bridge die alte bleibt zu.', 'Old bridge die alte bleibt zu.', known)).toBeNull()
    expect(compare('कल पुराना पुल बंद रहा था।', 'काल पुराना पुल बंद रहा था।', { language: 'hi' })).toBeNull()
  })

  it('keeps nearly equal sentences of one article, and those of few words', () => {
    const article = makeArticle('The old bridge was closed. Old bridge was closed.')
    const [one, other] = article.paragraphs[0]?.sentences ?? []
    expect(one && other && likenessOf(wordingOf(article, one), wordingOf(article, other))).toBeNull()
    expect(compare('The talks failed.', 'Talks failed.')).toBeNull()
  })
})

describe('likenessOf, for any sentence', () => {
  const word = fc.constantFrom(
    ...'the a bridge mayor river closed old Marbach said that on Friday 1,250 houses and was U.S. we’ve, water'.split(
      ' ',
    ),
  )
  const sentence = fc.array(word, { minLength: 6, maxLength: 16 })
  const weighty = fc.constantFrom(...'not never no without few most all 7 41 seven Okafor maybe if'.split(' '))

  it('never merges two that differ in a number, a negation, a name or a quantity', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), weighty, (words, place, added) => {
        const other = words.toSpliced(place % (words.length + 1), 0, added)
        expect(compare(`${words.join(' ')}.`, `${other.join(' ')}.`)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('never merges two of which one has another number in one place', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.nat({ max: 3000 }), fc.nat({ max: 3000 }), (words, place, one, other) => {
        const withNumber = (number: number): string =>
          `${words.toSpliced(place % (words.length + 1), 0, `${number}`).join(' ')}.`
        expect(compare(withNumber(one), withNumber(other)) === null).toBe(one !== other)
      }),
      { numRuns: 500 },
    )
  })
})
