import { describe, expect, it } from 'vitest'
import { suggestQuestions } from '../../../src/answer/ask/suggest-questions.ts'
import { flood, hostileInputs, makeLibrary } from '../../support/articles.ts'

describe('suggestQuestions', () => {
  const library = makeLibrary()
  const suggest = (typed: string): readonly string[] => suggestQuestions(library, typed, 25, 100)

  it('asks what the speaker said whose name is being typed', () => {
    expect(suggest('What did Ils')[0]).toBe('What did Ilse Brandt say?')
    expect(suggest('ana sou')[0]).toBe('What did Ana Sousa say?')
  })

  it('completes who somebody is and how many there are of what articles count', () => {
    expect(suggest('who is ilse')[0]).toBe('Who is Ilse Brandt?')
    expect(suggest('how many hou')[0]).toMatch(/^How many houses/)
    expect(suggest('who')).not.toEqual(suggest('how many'))
    expect(suggest('how many')).not.toEqual(suggest(''))
  })

  it('completes what somebody spoke about from what they said', () => {
    expect(suggest('what did ilse brandt say about wat')[0]).toBe('What did Ilse Brandt say about water?')
  })

  it('offers other questions for what is typed otherwise', () => {
    const lists = ['', 'who', 'what', 'how many', 'what did ana', 'flood'].map(typed => suggest(typed).join('\n'))
    expect(new Set(lists).size).toBe(lists.length)
    expect(suggest('zyxwv')).toEqual([])
  })

  it('offers headlines that have the words, or the last of them', () => {
    expect(suggest('Which painter bought the lighth')).toContain('Painter buys lighthouse on Gull Island')
  })

  it('offers something before anything is typed', () => {
    expect(suggest('').length).toBeGreaterThan(1)
    expect(suggest('who').length).toBeGreaterThan(1)
  })

  it('offers nothing twice, nothing too long, and not too much', () => {
    const articles = Array.from({ length: 60 }, (_, at) => ({
      ...flood,
      slug: `flood-${at}`,
      headline: `Flood ${'x'.repeat(at * 3)}`,
    }))
    const suggested = suggestQuestions(makeLibrary(articles), 'flood', 25, 100)
    expect(suggested.length).toBeLessThanOrEqual(25)
    expect(new Set(suggested).size).toBe(suggested.length)
    for (const text of suggested) expect(text.length).toBeLessThanOrEqual(100)
  })

  it.each(hostileInputs)('does not trip over %s', (_name, text) => {
    expect(Array.isArray(suggest(text))).toBe(true)
  })
})
