import { describe, expect, it } from 'vitest'
import { plainCells, taggedCells } from '../../../src/expression/values/cells.ts'
import { asked } from '../library/asked.ts'
import { someRun } from '../library/someRuns.ts'

describe('a dict built by an expression', () => {
  it('is an ordinary object to everyone else', () => {
    const { makeDict } = plainCells()
    const dict = makeDict()
    dict['a'] = 1
    expect(dict).toStrictEqual({ a: 1 })
    expect(Object.getPrototypeOf(dict)).toBe(Object.prototype)
    expect(Reflect.ownKeys(dict)).toEqual(['a'])
    expect(structuredClone(dict)).toStrictEqual({ a: 1 })
  })

  it('has no tags in the value of an expression, at any depth', () => {
    const runs = [someRun('a', { lr: 1 })]
    const text = 'runs.config.map((row) => {lr: row["lr"], in: [{lr: row["lr"], id: row["lr"].run.id}]})'
    expect(asked(text, { runs })).toStrictEqual([{ lr: 1, in: [{ lr: 1, id: 'a' }] }])
  })
})

describe('plain', () => {
  it('returns a value without tags itself, and copies around a tag only', () => {
    const { plain, tag } = taggedCells(['groupkey'])
    const untagged = [{ a: 1 }, [2]]
    expect(plain(untagged)).toBe(untagged)
    const tagged = [untagged, tag(3, 'groupkey', 'x'), 4]
    expect(plain(tagged)).toEqual([untagged, 3, 4])
    expect((plain(tagged) as ReadonlyArray<unknown>)[0]).toBe(untagged)
  })
})

describe('sizeOf', () => {
  it('counts the values in lists and built dicts, shared ones at each occurrence', () => {
    const { sizeOf, makeDict } = plainCells()
    const list = [1, [2, 3], [], { data: [1, 2, 3] }]
    expect(sizeOf(list)).toBe(5)
    expect(sizeOf([list, list])).toBe(10)
    const dict = makeDict()
    dict['a'] = list
    dict['b'] = 1
    expect(sizeOf(dict)).toBe(6)
    expect(sizeOf('text')).toBe(1)
  })

  it('rejects what would be too large, without walking all of it', () => {
    const { sizeOf } = plainCells()
    let list: ReadonlyArray<unknown> = [1]
    for (let level = 0; level < 200; level += 1) list = [list, list]
    expect(() => sizeOf(list)).toThrow('This creates more than 10000000 elements.')
  })
})
