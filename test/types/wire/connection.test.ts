import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { connection, connectionNodes, frozenArray, Int64 } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const Names = connection(t.string)

describe('nodesOf', () => {
  test('returns the nodes in order', () => {
    expect(connectionNodes([{ node: 2 }, { node: 1 }])).toEqual([2, 1])
  })

  test('skips null edges and null nodes', () => {
    expect(connectionNodes([null, { node: 'a' }, { node: null }, {}, undefined])).toEqual(['a'])
  })

  test('falsy nodes survive', () => {
    expect(connectionNodes([{ node: 0 }, { node: '' }, { node: false }])).toEqual([0, '', false])
  })

  test('what is not an edge is left in', () => {
    expect(connectionNodes([5, 'x', [1]])).toEqual([5, 'x', [1]])
  })

  test('no edges are no nodes', () => {
    expect(connectionNodes([])).toEqual([])
  })

  test('an inherited node is ignored', () => {
    expect(connectionNodes([Object.create({ node: 'a' })])).toEqual([])
  })
})

describe('connection', () => {
  test.each([[null], [undefined], [{}], [{ edges: null }], [{ edges: [] }], [{ edges: [null] }], [[]]])(
    '%j is the empty array',
    (wire) => {
      expect(decoded(Names, wire)).toEqual([])
    },
  )

  test('reads edges, and a plain array of nodes', () => {
    expect(decoded(Names, { edges: [{ node: 'a' }, { node: 'b' }] })).toEqual(['a', 'b'])
    expect(decoded(Names, ['a', 'b'])).toEqual(['a', 'b'])
  })

  test('the result is frozen', () => {
    expect(Object.isFrozen(decoded(Names, { edges: [{ node: 'a' }] }))).toBe(true)
  })

  test('an unreadable node is named by its index among the nodes', () => {
    expect(refusal(Names, { edges: [null, { node: 'a' }, { node: 5 }] })).toEqual({
      path: ['1'],
      expected: 'string',
      actual: 'number',
    })
  })

  test('an invalid edge is a failure, not an absence', () => {
    expect(refusal(Names, { edges: [{ node: 'a' }, 5] })).toEqual({ path: ['1'], expected: 'string', actual: 'number' })
  })

  test.each([
    [{ edges: 5 }, 'object'],
    [{ edges: { 0: { node: 'a' } } }, 'object'],
    [{ edges: 'ab' }, 'object'],
  ])('%j is not a connection', (wire, actual) => {
    expect(refusal(Names, wire)).toEqual({ path: [], expected: 'Connection<string>', actual })
  })

  test.each([
    ['text', 'string'],
    [5, 'number'],
    [true, 'boolean'],
  ])('%j is not a connection either', (wire, actual) => {
    expect(refusal(Names, wire)).toEqual({ path: [], expected: 'Connection<string>', actual })
  })

  test('round-trips', () => {
    expect(Names.encode(['a'])).toEqual({ edges: [{ node: 'a' }] })
    expect(decoded(Names, Names.encode(['a', 'b']))).toEqual(['a', 'b'])
  })

  test('recognizes arrays only', () => {
    expect(Names.is(['a'])).toBe(true)
    expect(Names.is({ edges: [] })).toBe(false)
    expect(Names.is([5])).toBe(false)
  })
})

const Strings = frozenArray(t.string)

describe('frozenArray', () => {
  test('null and an absent value are the empty array', () => {
    expect(decoded(Strings, null)).toEqual([])
    expect(decoded(Strings, undefined)).toEqual([])
  })

  test('the result is frozen, the empty array included', () => {
    expect(Object.isFrozen(decoded(Strings, ['a']))).toBe(true)
    expect(Object.isFrozen(decoded(Strings, null))).toBe(true)
    expect(Object.isFrozen(decoded(Strings, []))).toBe(true)
  })

  test('the input array is neither shared nor frozen', () => {
    const wire = ['a']
    const array = decoded(Strings, wire)
    wire[0] = 'b'
    wire.push('c')
    expect(array).toEqual(['a'])
    expect(Object.isFrozen(wire)).toBe(false)
  })

  test('elements are decoded by their codec, in order', () => {
    expect(decoded(frozenArray(Int64), ['2', 1, '3'])).toEqual([2, 1, 3])
  })

  test('an unreadable element is named by its index', () => {
    expect(refusal(Strings, ['a', 'b', null])).toEqual({ path: ['2'], expected: 'string', actual: 'null' })
  })

  test('a hole is undefined, which is not a string', () => {
    const wire = new Array<string>(2)
    wire[0] = 'a'
    expect(refusal(Strings, wire)).toEqual({ path: ['1'], expected: 'string', actual: 'undefined' })
  })

  test.each([
    ['text', 'string'],
    ['', 'string'],
    [{ length: 0 }, 'object'],
    [0, 'number'],
    [new Set(['a']), 'object'],
  ])('%j is not an array', (wire, actual) => {
    expect(refusal(Strings, wire)).toEqual({ path: [], expected: 'Array<string>', actual })
  })

  test('round-trips', () => {
    expect(decoded(Strings, Strings.encode(['a', '']))).toEqual(['a', ''])
  })

  test('recognizes only arrays of its elements', () => {
    expect(Strings.is(['a'])).toBe(true)
    expect(Strings.is([1])).toBe(false)
    expect(Strings.is(null)).toBe(false)
    expect(Strings.is({ length: 0 })).toBe(false)
  })
})
