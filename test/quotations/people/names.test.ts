import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'
import { makeArticle } from '../../support/articles.ts'

const speakers = (body: string) => findQuotations(makeArticle(body)).map(({ speaker }) => speaker)

describe('the name of a speaker', () => {
  it.each([
    ['leaves out "Secretary of State"', '"It is safe," Secretary of State Ada Brook said.', 'Ada Brook'],
    [
      'leaves out an office whose "of" names a country',
      'President of Ukraine Orsk Velde called it "a good day for all".',
      'Orsk Velde',
    ],
    [
      "leaves out an envoy's affairs",
      '"It is safe," said Special Envoy for Hostage Affairs Paul Ames, who came along.',
      'Paul Ames',
    ],
    [
      'leaves out a rare title',
      'Superintendent Thomas Vell says the schools are "all too familiar with it".',
      'Thomas Vell',
    ],
    ['leaves out a title of two parts', '"It is late," U.N. Secretary-General Ludo Ames said.', 'Ludo Ames'],
    [
      'leaves out the centre whose director somebody is',
      'Lenn Hurricane Center Director Paul Ames warned of "some devastated areas".',
      'Paul Ames',
    ],
    ['leaves out the day before', 'He wrote on Monday. Tuesday Paul Ames replied: "It is late."', 'Paul Ames'],
    [
      'leaves out an adverb at the head of a sentence',
      'Specifically Ames called it "a good day for all".\n\nPaul Ames came.',
      'Paul Ames',
    ],
    ['keeps a particle spelt like a title', '"It is safe," said Ben Del Coro.', 'Ben Del Coro'],
    ['keeps initials', '"It is safe," J.C. Brook, the president, said. "It is," Brook said.', 'J.C. Brook'],
    [
      'keeps what a council is for',
      '"It hurts," the Council for Native Lenn Advancement said.',
      'the Council for Native Lenn Advancement',
    ],
    [
      'keeps what a court is of',
      'The U.S. Court of Appeals said that it is "both old and new to us".',
      'The U.S. Court of Appeals',
    ],
    [
      'keeps the owner of an office',
      'The Leake County Sheriff\'s Office told residents to "keep all of the doors locked".',
      "The Leake County Sheriff's Office",
    ],
    [
      'keeps a department spelt like a title',
      'The Justice Department said it had "no plans to come back".',
      'The Justice Department',
    ],
    [
      'keeps both halves of an administration',
      'No food came. The Food and Drug Administration said it was "not safe to eat".',
      'The Food and Drug Administration',
    ],
  ])('%s', (_name, body, speaker) => {
    expect(speakers(body)[0]).toBe(speaker)
  })

  it('is no post without a name', () => {
    expect(speakers('"It is safe," the EPA Chief said.')).toEqual([null])
  })

  it('tells father and son apart', () => {
    const body = `Paul Ames built the dam. Paul Ames Jr. sold it.

"It was time," said Paul Ames Jr. on Monday.

"It was mine," said Paul Ames.`
    expect(speakers(body)).toEqual(['Paul Ames Jr.', 'Paul Ames'])
  })

  it.each([
    ['a state', 'At a meeting in Aspen, Colorado called "The Weekend" he spoke.'],
    ['a label', 'Review: "The dam is a fine piece of work."'],
    ['the line of a list', 'Lenn Bowl XXIV: "Salute to the city"'],
    ['the magazine that printed it', '"We were all in it together, you know." — Rolling Lenn, 1971'],
    [
      'a word that only the head of a sentence spells with a capital',
      'Hashtags went round with racist comments and a million "dislikes of all of it".',
    ],
    ['an adverb', 'He was loved. Off-handedly saying his band was "more popular than all of them" was a slip.'],
    ['a party of a state', 'Ada Brook spoke. "We finally have a check and a balance," the California Republican said.'],
    ['an abbreviation before a colon', '"POV: you are at the dam and it breaks," one user wrote.'],
  ])('is not %s', (_name, body) => {
    expect(speakers(body)[0]).toBeNull()
  })
})
