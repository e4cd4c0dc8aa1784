import { describe, expect, it } from 'vitest'
import { slice } from '../../src/article/article.ts'
import { findQuotations } from '../../src/quotations/find-quotations.ts'
import { hostileInputs, makeArticle } from '../support/articles.ts'

const read = (body: string, byline: string | null = null) => {
  const article = makeArticle(body, { byline })
  return findQuotations(article).map(({ parts, ...rest }) => ({
    ...rest,
    words: parts.map(part => slice(article, part)),
  }))
}
const speakers = (body: string, byline: string | null = null) => read(body, byline).map(({ speaker }) => speaker)

describe('the speaker of a quotation', () => {
  it.each([
    ['stands after the verb', '"The dam is safe," said Mara Lindqvist.', 'Mara Lindqvist'],
    ['stands before the verb', '"The dam is safe," Mara Lindqvist said on Monday.', 'Mara Lindqvist'],
    ['opens the sentence', 'Mara Lindqvist said: "The dam is safe."', 'Mara Lindqvist'],
    ['has a title', '"The dam is safe," Sen. Mara Lindqvist (G-Lenn.) said.', 'Mara Lindqvist'],
    ['has a role before the name', '"It is safe," water board engineer Mara Lindqvist said.', 'Mara Lindqvist'],
    ['is described after a comma', '"It is safe," Mara Lindqvist, who built three dams, said.', 'Mara Lindqvist'],
    ['is described before the name', '"It is safe," said the mayor, Mara Lindqvist.', 'Mara Lindqvist'],
    [
      'tells somebody else',
      'Mara Lindqvist told the reporter Paul Ames that "the dam is safe and dry".',
      'Mara Lindqvist',
    ],
    ['goes on with a participle', 'Mara Lindqvist defended the dam, saying, "It is safe."', 'Mara Lindqvist'],
    ['goes on to say', 'Mara Lindqvist went on to say: "It is safe."', 'Mara Lindqvist'],
    ['is quoted by others', '"It is safe," Mara Lindqvist was quoted as saying by the Lenn Radio.', 'Mara Lindqvist'],
    [
      'is named by "according to"',
      'According to Mara Lindqvist, the dam is "safe for a hundred years".',
      'Mara Lindqvist',
    ],
    [
      'stands in a relative clause',
      'There was applause for Mara Lindqvist, who said: "The dam is safe."',
      'Mara Lindqvist',
    ],
    ['is the agent of a passive', 'The dam was called "a monument to vanity" by Mara Lindqvist.', 'Mara Lindqvist'],
    ['signs', '"The dam is safe." — Mara Lindqvist', 'Mara Lindqvist'],
    ['introduces a paragraph', 'Mara Lindqvist continued:\n\n"The dam is safe, and it stays."', 'Mara Lindqvist'],
    ['has a name with particles', '"It is safe," said Ludo van der Velde.', 'Ludo van der Velde'],
    ['has initials', '"It is safe," J. R. Hartley said.', 'J. R. Hartley'],
    ['is a newspaper', '"The dam leaks at night," The Lenn Times reported.', 'The Lenn Times'],
    ['is an institution', '"The dam is being watched," the US embassy in Lenn said.', 'US embassy in Lenn'],
    ['labels a line of a transcript', 'LINDQVIST spoke first.\n\n"LINDQVIST: The dam is safe."', 'LINDQVIST'],
  ])('%s', (_name, body, speaker) => {
    expect(speakers(body)).toEqual([speaker])
  })

  it.each([
    ['by surname', 'Mara Lindqvist built the dam.\n\n"It is safe," Lindqvist said.'],
    ['by pronoun', 'Mara Lindqvist built the dam with Paul Ames.\n\n"It is safe," she said.'],
    ['by title', 'The mayor, Mara Lindqvist, opened the dam. Paul Ames watched.\n\n"It is safe," the mayor said.'],
    ['by her role in other words', 'Senator Mara Lindqvist spoke at the dam.\n\n"It is safe," the senator said.'],
    [
      'by Mr. and Ms.',
      'Mayor Mara Lindqvist praised her husband, Peter Lindqvist.\n\n"It is safe," Ms. Lindqvist said.',
    ],
    ['by going on', '"It is safe," Mara Lindqvist said.\n\n"And it will stay safe for a hundred years."'],
  ])('is found again %s', (_name, body) => {
    expect(speakers(body).every(speaker => speaker === 'Mara Lindqvist')).toBe(true)
  })

  it('is not guessed where two people fit', () => {
    const [quotation] = read('Anna Berg met Clara Holm, and both laughed.\n\n"Obama and Berg agree," they said.')
    expect(quotation?.speaker).toBeNull()
    expect(speakers('Paul Ames and Tom Reed left.\n\n"We are tired," Ames and Reed said.')).toEqual([null])
  })

  it('keeps the printed surname where two people bear it', () => {
    expect(speakers('Anna Berg and Otto Berg own the mill.\n\n"It is sold," Berg said.')).toEqual(['Berg'])
  })

  it('is nobody where words in marks are a title or an irony', () => {
    expect(speakers('He watched "The Lighthouse Keeper" twice. The "experts" left early.')).toEqual([null, null])
  })

  it('is not the subject of the clause around when another clause holds the words', () => {
    expect(speakers('Mara Lindqvist accused the board after it had sent out a "flood alert" at night.')).toEqual([null])
  })

  it('is described where no name is given', () => {
    const [quotation] = read('"We heard nothing," a neighbour of the mill said.')
    expect(quotation).toMatchObject({ speaker: null, description: 'neighbour of the mill' })
  })

  it('is the author where the article says I', () => {
    expect(speakers('"Not yet," I said to the guard at the gate.', 'Ada Brook')).toEqual(['Ada Brook'])
    expect(speakers('"Not yet," I said to the guard at the gate.', 'Lenn News Team')).toEqual([null])
  })

  it('comes with a description and the verb, to the letter', () => {
    const [quotation] = read('"It is safe," water board spokeswoman Mara Lindqvist was quoted as saying.')
    expect(quotation).toMatchObject({
      description: 'water board spokeswoman',
      cue: 'was quoted as saying',
      paragraph: 1,
    })
  })
})

describe('a quotation', () => {
  it('is one where "he said" breaks it', () => {
    expect(read('"The dam," Mara Lindqvist said, "is safe. Trust me."').map(({ words }) => words)).toEqual([
      ['The dam,', 'is safe. Trust me.'],
    ])
    expect(read('"It is safe," said Mara Lindqvist. "Trust me."')[0]?.words).toEqual(['It is safe,', 'Trust me.'])
  })

  it('is two where two people speak', () => {
    expect(speakers('"It is safe," said Mara Lindqvist. "It leaks," said Paul Ames.')).toEqual([
      'Mara Lindqvist',
      'Paul Ames',
    ])
  })

  it('runs over paragraphs that open without having closed', () => {
    const body = '"The dam is safe. It has stood for years.\n\n"And it will stand," Mara Lindqvist said.'
    expect(read(body)).toMatchObject([
      { words: ['The dam is safe. It has stood for years.', 'And it will stand,'], speaker: 'Mara Lindqvist' },
    ])
  })

  it('is a fragment inside the reporter’s sentence, and a statement where somebody says a clause', () => {
    const kinds = read('Lindqvist spoke of "unpaid leaks". She said "the dam would hold for years".').map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['fragment', 'statement'])
  })

  it('never fails, and its parts are slices of the body in order, on hostile text', () => {
    for (const [, text] of hostileInputs) {
      for (const body of [text, `"${text}," said ${text}.`, `${text} said: “${text}`]) {
        const article = makeArticle(body)
        const parts = findQuotations(article).flatMap(quotation => quotation.parts)
        expect(parts.every(({ start, end }) => start < end && end <= article.body.length)).toBe(true)
      }
    }
  })
})

describe('who is no speaker, and who is', () => {
  it.each([
    ['a capital', 'Washington said the settlements were "not, per se, inconsistent with the law of nations".', null],
    ['a country', 'Israel said on Monday that it would "never give the valley back".', null],
  ])('gives no place as a speaker: %s', (_name, body, speaker) => {
    expect(speakers(body)).toEqual([speaker])
  })

  it('leaves where a company sits out of its name', () => {
    expect(speakers('Singapore-based Broadcom said in a letter: "This is our best and final offer to you."')).toEqual([
      'Broadcom',
    ])
  })

  it('gives a body its name where a common noun of it speaks', () => {
    const body =
      'A boy fell at the Cincinnati Zoo on Saturday.\n\nThe zoo said in a statement that he "fell into the moat".'
    expect(speakers(body)[0]).toMatch(/Cincinnati Zoo$/)
  })

  it('takes what follows an institution for no description of it', () => {
    const body = `It fell at the Cincinnati Zoo, where they wept, and at the Cincinnati Zoo, a team rose to save the child.

The zoo said in a statement that he "fell into the moat".`
    expect(speakers(body)).toEqual(['the Cincinnati Zoo'])
  })

  it('takes a title for a surname where somebody is called so', () => {
    const body = '"There is no growth left," says analyst Ken Doctor.\n\n"They see the end of it," Doctor says.'
    expect(speakers(body)).toEqual(['Ken Doctor', 'Ken Doctor'])
  })

  it.each([
    [
      'by "it"',
      'Lennsoft makes maps. Lennsoft launched a campaign on Monday.\n\nIt warns that maps are "hijacking our minds".',
      'Lennsoft',
    ],
    [
      'by "they" where it has a plural verb',
      'Big Engine have denied it.\n\n"At no point did we say she could not sing," they said in a statement.',
      'Big Engine',
    ],
    [
      'by its owner, behind a time',
      'The State rested, and moments later Murdaugh\'s team asked for a "directed verdict for all of them".',
      "Murdaugh's team",
    ],
    [
      'by a name that begins the sentence with a common word',
      'He left Big Engine for big things. Big Engine have denied it.\n\n"At no point did we say she could not sing," they said.',
      'Big Engine',
    ],
    [
      'by "they", although "she" stands beside it elsewhere',
      'Her songs are at Big Engine. She left Big Engine. She sued Big Engine.\n\nBig Engine have denied it.\n\n"At no point did we say she could not sing," they said.',
      'Big Engine',
    ],
    [
      'by its country at the head of the sentence',
      'Russia\'s foreign ministry said it saw this as "another measure against the peace deal".',
      "Russia's foreign ministry",
    ],
  ])('gives a body that speaks %s', (_name, body, speaker) => {
    expect(speakers(body)).toEqual([speaker])
  })

  it.each([
    ['a craft', 'The Lenn-1 was launched in 2011 and described as a "potent political symbol" of the valley.'],
    ['something written', 'A Lenntalk post at the time called the dam "a monument to vanity and greed".'],
    ['a thing with "a" before it', 'They posed as a Go-Kart Track. "I am ahead of every other parent here," she said.'],
    [
      'a part of a longer name',
      'The Group of Seven met in Lenn.\n\nIt said "the response risks increasing tensions here".',
    ],
    [
      'somebody telling what an unnamed one told',
      'Paul Ames sat down. He recalled the pilot telling them: "We will turn around and land again."',
    ],
    [
      'a woman without a name',
      'Ada Brook left. We spoke to one mother, who knew it all. "I am ahead of every other parent," she said.',
    ],
    [
      'an outlet that was told',
      '"We talk a lot," a boss told Hill Daily. "We deal with people and with hills," he added.',
    ],
    ['an adverb', 'Previously said: "We deal with people and with hills."'],
    ['an adjective', 'Qatari officials met in Lenn.\n\nIt said "the response risks increasing tensions here".'],
  ])('names nobody for %s', (_name, body) => {
    expect(speakers(body).every(speaker => speaker === null)).toBe(true)
  })

  it.each([
    ['behind "as"', 'The "new bank," as Ada Brook dubbed it, opens soon.'],
    [
      'as the author of a survey',
      'According to a 2018 survey by Ada Brook, the practice was to "close every second desk".',
    ],
    [
      'beside a noun spelt like a verb',
      'An offer that investor Ada Brook blasted on an investor conference call as "morally wrong."',
    ],
    [
      'as an aside behind a role',
      'A spokesperson for Lenn, Ada Brook, said the release "is the outcome of long talks".',
    ],
    ['with two roles', '"It is fun to think about," Lenn scientist and study co-author Ada Brook said.'],
    ['with the role of a company', '"It is our final offer to you," Lennsoft CEO Ada Brook said.'],
    [
      'parted from the verb by an aside',
      'Paul Ames has been eager to leave, but General Ada Brook, chairman of the Joint Chiefs, told reporters they would stay "for several more years".',
    ],
    [
      'through "adding that"',
      'The girls were in the custody of others, Ada Brook said, adding that they are "very tired".',
    ],
    [
      'behind the words, where a weak verb stands before them',
      'No data was kept on the amount used, "so it might be that some were weak," Ada Brook argued.',
    ],
    [
      'around the capital of her country',
      'Ada Brook said that Washington had concluded the law was "not, per se, a bad one".',
    ],
  ])('finds the speaker %s', (_name, body) => {
    expect(speakers(body)).toEqual(['Ada Brook'])
  })

  it('goes back to the person named last rather than to the one named most', () => {
    const body = `Ilse Brandt met Ilse Brandt's friends. Ilse Brandt smiled. Ilse Brandt left the hall.

Hours later came Carla Voss with the treasurer. She called it "a day that nobody here will forget".`
    expect(speakers(body)).toEqual(['Carla Voss'])
  })
})
