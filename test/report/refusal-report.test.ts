import { describe, expect, it } from 'vitest'
import { DiskError, type DiskOutcome, type DiskTrouble, type Refusal } from '../../src/errors.ts'
import { languages, messagesFor } from '../../src/messages/languages.ts'
import { reportDisk, reportRefusal } from '../../src/report/refusal-report.ts'

const mb = 2 ** 20
const refusals: readonly Refusal[] = [
  { kind: 'file-too-large', mostBytes: 8 * mb, bytes: 8 * mb + 1 },
  { kind: 'file-too-large', mostBytes: 8 * mb, bytes: null },
  { kind: 'too-many-articles', most: 250, articles: 251 },
  { kind: 'no-room', mostBytes: 16 * mb, bytes: 17.5 * mb },
  { kind: 'unreadable', faults: ['line 3: expected `published` to be a date', 'expected a text'] },
  { kind: 'foreign-file' },
  { kind: 'file-gone' },
  { kind: 'file-not-fetched' },
]

describe('a file that is not taken', () => {
  it('is told what it has, and what it may have, rounded up', () => {
    const told = refusals.map(refusal => reportRefusal(refusal, messagesFor('en')))
    expect(told).toEqual([
      'A file can have 8 MB; this one has 8.1 MB.',
      'A file can have 8 MB; this one has more.',
      'A server can have 250 articles of its own; with this it would be 251.',
      'A server’s own articles and the uploads that wait for an answer can take 16 MB; with this it would be 17.5 MB.',
      'This file cannot be taken:\nline 3: expected `published` to be a date\nexpected a text',
      'This file does not lie with Discord.',
      'Discord does not have this file any more.',
      'The file could not be fetched from Discord. Please try again.',
    ])
  })

  it.each([...languages.keys()])('is told so in the language %s, with every number', locale => {
    for (const refusal of refusals) {
      const [told, english] = [locale, 'en'].map(each => reportRefusal(refusal, messagesFor(each)))
      expect(told).not.toBe(english)
      for (const number of english?.match(/\d+(?:\.\d+)?/g) ?? []) expect(told).toContain(number)
      if (refusal.kind === 'unreadable') expect(told).toContain(refusal.faults.join('\n'))
    }
  })
})

describe('what the disk did not do', () => {
  const troubles: readonly DiskTrouble[] = ['full', 'read-only', 'too-many-files', 'not-allowed', 'faulty']
  const outcomes: readonly DiskOutcome[] = ['not-added', 'not-removed', 'not-changed', 'not-read', 'unsure']
  const toldIn = (locale: string): string[] =>
    troubles.flatMap(trouble =>
      outcomes.map(outcome => reportDisk(new DiskError(trouble, outcome, null), messagesFor(locale))),
    )

  it('is one sentence: what ails it, and what did not happen', () => {
    expect(toldIn('en')).toEqual(
      expect.arrayContaining([
        'The disk is full: nothing was added.',
        'The disk is read-only: nothing was removed.',
        'The disk reports a fault: the articles were not read again.',
        'Too many files are open on the host: nothing was added.',
      ]),
    )
  })

  it.each([...languages.keys()])('is told in the language %s, each trouble and each outcome by itself', locale => {
    const told = toldIn(locale)
    expect(new Set(told).size).toBe(troubles.length * outcomes.length)
    for (const sentence of told) {
      expect(toldIn('en')).not.toContain(sentence)
      expect(sentence).not.toContain(messagesFor(locale).bug(''))
      expect(sentence).toMatch(/: .+[.।]$/)
    }
  })
})

describe('what is said of privacy', () => {
  it.each(['en', ...languages.keys()])('names, in %s, what is kept of uploads, by the command’s name there', locale => {
    const command = languages.get(locale)?.commands.corpus
    const name = `/${command?.name ?? 'corpus'} ${command?.options?.add?.name ?? 'add'}`
    expect(messagesFor(locale).helpPrivacy[0]).toContain(`\`${name}\``)
  })
})
