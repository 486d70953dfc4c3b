import { describe, expect, test } from 'vitest'
import { missing } from '../../../sandbox/json/lookup.ts'
import { compileFilter } from '../../../sandbox/query/filter.ts'

const passes = (filter: unknown, record: Record<string, unknown>): boolean =>
  compileFilter<Record<string, unknown>>(JSON.stringify(filter), (path) => ({
    type: 'other',
    read: (from) => (Object.hasOwn(from, path) ? from[path] : missing),
  }))(record)

describe('a condition on a string', () => {
  test.each([
    [{ a: { $regex: '^x' } }, true],
    [{ a: { $regex: '^X', $options: 'i' } }, true],
    [{ a: { $regex: 'y' } }, false],
    [{ a: { $regex: '^x', $ne: 'xyz' } }, true],
    [{ a: { $regex: '^x', $eq: 'xyz' } }, false],
    [{ a: { $regex: '^x', $contains: 'q' } }, false],
    [{ a: { $contains: '.' } }, true],
    [{ a: { $contains: 'x.q' } }, false],
    [{ a: { $not: { $regex: '^x' } } }, false],
    [{ a: { $not: { $regex: 'y' } } }, true],
    [{ a: { $not: { $regex: '^x', $eq: 'xyz' } } }, true],
    [{ a: { $not: { $not: { $contains: 'x' } } } }, true],
    [{ missing: { $regex: '' } }, false],
    [{ missing: { $not: { $regex: '' } } }, true],
    [{ list: { $regex: '^b' } }, true],
    [{ list: { $not: { $contains: 'c' } } }, false],
    [{ number: { $regex: '7' } }, false],
    [{ $or: [{ a: { $regex: 'y' } }, { a: { $regex: 'x' } }] }, true],
    [{ $and: [{ a: { $contains: 'x' } }, { a: { $contains: '.w' } }] }, true],
  ])('%j evaluates to %j', (filter, wanted) => {
    expect(passes(filter, { a: 'x.w', list: ['a', 'bc'], number: 7 })).toBe(wanted)
  })

  test('is rejected inside another operator', () => {
    expect(() => passes({ a: { $elemMatch: { $regex: 'x' } } }, {})).toThrow('invalid filter: $elemMatch')
    expect(() => passes({ a: { $all: [{ $elemMatch: { b: { $contains: 'x' } } }] } }, {})).toThrow(
      'invalid filter: $all',
    )
  })

  test('is an error if it is invalid', () => {
    for (const filter of [{ a: { $regex: '(' } }, { a: { $regex: 1 } }, { a: { $not: { $regex: '(?=a)' } } }])
      expect(() => passes(filter, {})).toThrow('invalid filter: $regex')
  })
})
