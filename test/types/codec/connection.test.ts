import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { connection, nodesOf } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const Names = connection(t.string)

describe('nodesOf', () => {
  test('returns the nodes in order', () => {
    expect(nodesOf([{ node: 2 }, { node: 1 }])).toEqual([2, 1])
  })

  test('skips null edges and null nodes', () => {
    expect(nodesOf([null, { node: 'a' }, { node: null }, {}, undefined])).toEqual(['a'])
  })

  test('falsy nodes survive', () => {
    expect(nodesOf([{ node: 0 }, { node: '' }, { node: false }])).toEqual([0, '', false])
  })

  test('what is not an edge is left in', () => {
    expect(nodesOf([5, 'x', [1]])).toEqual([5, 'x', [1]])
  })

  test('no edges are no nodes', () => {
    expect(nodesOf([])).toEqual([])
  })

  test('an inherited node is ignored', () => {
    expect(nodesOf([Object.create({ node: 'a' })])).toEqual([])
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
