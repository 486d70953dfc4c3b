import { expect, test } from 'vitest'
import { anyNumber } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'

const names = {
  add: '+',
  sub: '-',
  mult: '*',
  div: '/',
  floorDiv: '//',
  modulo: '%',
  powBinary: '**',
  pow: '**',
  less: '<',
  lessEqual: '<=',
  greater: '>',
  greaterEqual: '>=',
}

test.each(Object.entries(names))('%s agrees with %s', (name, operator) => {
  law([anyNumber, anyNumber], (x, y) => Object.is(asked(`x.${name}(y)`, { x, y }), asked(`x ${operator} y`, { x, y })))
})

test.each([
  ['x + 6', { x: 5 }, 11],
  ['x + 6', { x: [5, 6, 7] }, [11, 12, 13]],
  ['x + 6', { x: null }, null],
  ['x + null', { x: 9 }, null],
  ['x + 6', { x: [5, null] }, [11, null]],
  ['x + null', { x: [5, null] }, [null, null]],
  ['x + 1', { x: [1, null, 3] }, [2, null, 4]],
  ['x + 1', { x: [] }, []],
  ['x.add(6)', { x: [5, 6, 7] }, [11, 12, 13]],
  ['x.add(6)', { x: [5, null] }, [11, null]],
  ['x.add(null)', { x: [5, null] }, [null, null]],
  ['add(x, 6)', { x: 5 }, 11],
])('adding maps over a list, and null on either side returns null: %s for %j', (text, scope, expected) => {
  expect(asked(text, scope)).toEqual(expected)
})

test('adding is a number if both sides are, and may be null if either may be', () => {
  expect(typeAsked('x.add(1)', { x: 1 })).toBe('number')
  expect(typeAsked('x.add([1, null][0])', { x: 1 })).toBe('maybe<number>')
  expect(typeAsked('x.less(1)', { x: [1, null] })).toBe('list<maybe<boolean>>')
})

test('division by zero is an infinity, NaN or, for the remainder, NaN', () => {
  expect(asked('[(1).div(0), (-1).div(0), (0).div(0), (1).floorDiv(0), (1).modulo(0)]')).toEqual([
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NaN,
  ])
})

test('a string on the right is a type failure if known before evaluation, and returns null otherwise', () => {
  expect(asked('(1).add("a")')).toBe('TypeError: add expects maybe<number>, got string.')
  expect(asked('(1).add([1, "a"][1])')).toBeNull()
})

test('a sum can be used within nested functions', () => {
  const text = 'range(0, 5).map((row) => range(0, 5).map((inner) => inner + 10).sum + row)'
  expect(asked(text)).toEqual([60, 61, 62, 63, 64])
})
