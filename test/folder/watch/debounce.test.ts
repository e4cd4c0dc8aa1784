import { describe, expect, it } from 'vitest'
import { Settling } from '../../../src/folder/watch/debounce.ts'

const quiet = 100

describe('Settling', () => {
  it('holds a file back until it has been quiet for long enough', () => {
    const settling = new Settling(quiet)
    settling.stir('a.md', undefined, 0)
    expect(settling.settled(99, 10)).toEqual([])
    expect(settling.settled(100, 10)).toEqual(['a.md'])
  })

  it('begins anew whenever the file is heard of or looks different', () => {
    const settling = new Settling(quiet)
    settling.stir('a.md', undefined, 0)
    settling.stir('b.md', '1', 10)
    settling.stir('a.md', undefined, 90)
    settling.see('b.md', '2', 95)
    expect(settling.settled(180, 10)).toEqual([])
    expect(settling.settled(195, 10)).toEqual(['a.md', 'b.md'])
  })

  it('does not begin anew when a file is seen as it was seen before', () => {
    const settling = new Settling(quiet)
    settling.see('a.md', '1', 0)
    settling.see('a.md', '1', 90)
    expect(settling.settled(100, 10)).toEqual(['a.md'])
  })

  it('tells whether a file is as it was seen', () => {
    const settling = new Settling(quiet)
    settling.see('a.md', '1', 0)
    expect(settling.isAsSeen('a.md', '1')).toBe(true)
    expect(settling.isAsSeen('a.md', '2')).toBe(false)
    expect(settling.isAsSeen('__proto__', '1')).toBe(false)
  })

  it('says when the next file will have settled', () => {
    const settling = new Settling(quiet)
    expect(settling.nextAt()).toBeNull()
    settling.stir('constructor', null, 5)
    settling.stir('b.md', null, 7)
    expect(settling.nextAt()).toBe(105)
    settling.drop('constructor')
    expect(settling.nextAt()).toBe(107)
  })
})
