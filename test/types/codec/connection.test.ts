import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { connection, nodesOf } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const Names = connection(t.string)

describe('nodesOf', () => {
  test('gives the nodes in their order', () => {
    expect(nodesOf([{ node: 2 }, { node: 1 }])).toEqual([2, 1])
  })

  test('leaves null edges and null nodes out', () => {
    expect(nodesOf([null, { node: 'a' }, { node: null }, {}, undefined])).toEqual(['a'])
  })

  test('falsy nodes survive', () => {
    expect(nodesOf([{ node: 0 }, { node: '' }, { node: false }])).toEqual([0, '', false])
  })

  test('what is no edge stands as it is', () => {
    expect(nodesOf([5, 'x', [1]])).toEqual([5, 'x', [1]])
  })

  test('no edges are no nodes', () => {
    expect(nodesOf([])).toEqual([])
  })

  test('an inherited node is none', () => {
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

  test('what it reads is frozen', () => {
    expect(Object.isFrozen(decoded(Names, { edges: [{ node: 'a' }] }))).toBe(true)
  })

  test('an unreadable node is named by its place among the nodes', () => {
    expect(refusal(Names, { edges: [null, { node: 'a' }, { node: 5 }] })).toEqual({
      path: ['1'],
      expected: 'string',
      actual: 'number',
    })
  })

  test('an edge that is none is a failure, not an absence', () => {
    expect(refusal(Names, { edges: [{ node: 'a' }, 5] })).toEqual({ path: ['1'], expected: 'string', actual: 'number' })
  })

  test.each([
    [{ edges: 5 }, 'object'],
    [{ edges: { 0: { node: 'a' } } }, 'object'],
    [{ edges: 'ab' }, 'object'],
  ])('%j is no connection', (wire, actual) => {
    expect(refusal(Names, wire)).toEqual({ path: [], expected: 'Connection<string>', actual })
  })

  test.each([
    ['text', 'string'],
    [5, 'number'],
    [true, 'boolean'],
  ])('%j is no connection either', (wire, actual) => {
    expect(refusal(Names, wire)).toEqual({ path: [], expected: 'Connection<string>', actual })
  })

  test('reads what it wrote', () => {
    expect(Names.encode(['a'])).toEqual({ edges: [{ node: 'a' }] })
    expect(decoded(Names, Names.encode(['a', 'b']))).toEqual(['a', 'b'])
  })

  test('takes arrays only for its own', () => {
    expect(Names.is(['a'])).toBe(true)
    expect(Names.is({ edges: [] })).toBe(false)
    expect(Names.is([5])).toBe(false)
  })
})
