import { describe, expect, test } from 'vitest'
import { lookup, lookupNested, missing } from '../../../sandbox/json/lookup.ts'

describe('lookupNested', () => {
  test.each([
    [{ a: { b: 1 } }, ['a', 'b'], 1],
    [{ a: 1 }, [], { a: 1 }],
    [{ a: { '': 2 } }, ['a', ''], 2],
    [{ a: null }, ['a'], null],
    [{ a: ['x', { b: 'y' }] }, ['a', '1', 'b'], 'y'],
  ])('goes one level down for each key: %j at %j is %j', (value, keys, wanted) => {
    expect(lookupNested(value, keys)).toEqual(wanted)
  })

  test.each([
    [{ 'a.b': 1 }, ['a', 'b']],
    [{ a: ['x'] }, ['a', 'length']],
    [{ a: ['x'] }, ['a', '00']],
    [{ a: ['x'] }, ['a', '1']],
    [{ a: 'text' }, ['a', '0']],
    [{}, ['toString']],
    [{ a: null }, ['a', 'b']],
  ])('finds nothing in %j at %j', (value, keys) => {
    expect(lookupNested(value, keys)).toBe(missing)
  })
})

test('lookup finds keys that contain dots', () => {
  expect(lookup({ 'a.b': { c: 1 } }, 'a.b.c')).toBe(1)
})
