import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'
import { makeArticle } from '../../support/articles.ts'

const read = (body: string) =>
  findQuotations(makeArticle(body)).map(({ speaker, description }) => ({ speaker, description }))
const lastSpeaker = (body: string) => read(body).at(-1)?.speaker

describe('whom a pronoun means', () => {
  it.each([
    [
      'whoever was said to have said something',
      'Prices fell, said Ada Brook, president of the adviser Lenn Oil. Paul Ames won, too.\n\n"It is the fear," she said.',
      'Ada Brook',
    ],
    [
      'rather than who stands behind a preposition',
      'Ada Brook\'s songs were sold to a firm owned by talent manager Lou Cellar.\n\nIn a Tumblr post she called it "the worst case of all". Ada Brook sings. She sings well.',
      'Ada Brook',
    ],
    [
      'who goes on after "she added"',
      '"It is late," said Ada Brook. The founder stood with Paul Ames and his wife, Maria. "It is over now," she added.',
      'Ada Brook',
    ],
    [
      'a person with an age',
      'Geovana Sarmento, 17, waited for three hours. She came with Claudionor.\n\n"I was early," she said.',
      'Geovana Sarmento',
    ],
    [
      'the captain who spoke before, who has no name',
      'Paul Ames sat in row two. The captain said: "The bird is back." "It is in here with us," he said.',
      null,
    ],
    [
      'one person whom nothing calls he or she',
      'Kym Lino, a spokesperson for the site, confirmed it. "We use a model for that," they said.',
      'Kym Lino',
    ],
    [
      'a body whose verb is in the singular',
      'The Center for Lenn Technology aims to help. It warns that phones are "hijacking all of our minds".',
      'The Center for Lenn Technology',
    ],
    [
      'a body that "they have"',
      'Lenn Records have denied it. Now they\'ve put out another statement.\n\n"We have agreed to it all," it says.',
      'Lenn Records',
    ],
    [
      'a body that a firm is called in an aside',
      'The company that runs it, Dick Lenn Productions, denies anything.\n\n"We have no further comment," they said.',
      'Dick Lenn Productions',
    ],
  ])('%s', (_name, body, speaker) => {
    expect(lastSpeaker(body)).toBe(speaker)
  })
})

describe('who speaks through others', () => {
  it('is the body behind its spokesperson, who is described', () => {
    const body = `A Lenn Air Lines spokesman came. "We went back to Lenn at once," the spokesman said.`
    expect(read(body)).toEqual([{ speaker: 'Lenn Air Lines', description: 'spokesman' }])
  })

  it("is nobody where the spokesperson is a person's", () => {
    const body = 'Paul Ames left. A spokesman for Paul Ames said he was "not aware of it at all".'
    expect(read(body)).toEqual([{ speaker: null, description: 'spokesman for Paul Ames' }])
  })

  it.each([
    [
      'in a statement',
      'The US military said in a statement that two were hurt.\n\n"The cause is not known yet," the statement said.',
      'US military',
    ],
    [
      'in its statement, put first',
      'Ada Brook spoke. In its statement, the Harvard Corporation praised her.\n\n"So many have suffered," the statement went on.',
      'the Harvard Corporation',
    ],
    [
      'in a release from it',
      'The boy is well, according to a news release from the Lenn Zoo. The hall is shut "until further notice to all", the news release stated.',
      'the Lenn Zoo',
    ],
    [
      'in guidelines of its own',
      'Lennsoft Inc.\'s guidelines indicate that apps "should not be offensive to anybody".',
      'Lennsoft Inc.',
    ],
  ])('%s', (_name, body, speaker) => {
    expect(lastSpeaker(body)).toBe(speaker)
  })

  it.each([
    [
      'a joint statement',
      'Ada Brook and Paul Ames said so in a joint statement.\n\n"We will miss it all," the statement said.',
    ],
    [
      'a statement of somebody else',
      'Ada Brook said so in a statement.\n\n"We will miss it all," the board statement said.',
    ],
    [
      "a post on somebody else's site",
      'The news came in a Lennsoft post. "We will miss it all," a Lennsoft post said.',
    ],
  ])('is nobody in %s', (_name, body) => {
    expect(lastSpeaker(body)).toBeNull()
  })

  it('is whoever a release says said it', () => {
    const body =
      'Paul Ames pleaded for an end to "the vicious circle of all this", according to a Lenn Bank news release.'
    expect(lastSpeaker(body)).toBe('Paul Ames')
  })
})
