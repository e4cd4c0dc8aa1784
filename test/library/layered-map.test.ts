import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeMap } from '../../src/library/layered-map.ts'

describe('changeMap', () => {
  it('leaves the old map as it was', () => {
    const before = new Map([['a', 1]])
    const between = changeMap(before, [['b', 2]], ['a'])
    const after = changeMap(between, [['a', 3]], ['b'])
    expect([...before]).toEqual([['a', 1]])
    expect([...between]).toEqual([['b', 2]])
    expect([...after]).toEqual([['a', 3]])
  })

  it('holds what a map holds after any changes', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__', 'café')
    const change = fc.record({ put: fc.array(fc.tuple(key, fc.nat())), remove: fc.array(key) })
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat())), fc.array(change), (entries, changes) => {
        const plain = new Map<string, number>(entries)
        let layered: ReadonlyMap<string, number> = new Map(entries)
        for (const { put, remove } of changes) {
          for (const gone of remove) plain.delete(gone)
          for (const [name, value] of put) plain.set(name, value)
          layered = changeMap(layered, put, remove)
        }
        expect(new Map(layered)).toEqual(plain)
        expect(layered.size).toBe(plain.size)
        expect([...layered.keys()].sort()).toEqual([...plain.keys()].sort())
        expect([...layered.values()].sort()).toEqual([...plain.values()].sort())
        for (const name of ['a', 'constructor', 'toString']) {
          expect([layered.has(name), layered.get(name)]).toEqual([plain.has(name), plain.get(name)])
        }
      }),
    )
  })

  it('copies all into one map now and then', () => {
    let map: ReadonlyMap<string, number> = new Map()
    for (let count = 0; count < 1001; count++) map = changeMap(map, [[String(count), count]], [])
    expect(map).toBeInstanceOf(Map)
    expect(map.size).toBe(1001)
  })
})
