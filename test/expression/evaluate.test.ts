import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/expression/evaluate.ts'
import type { Scope } from '../../src/expression/relation/evaluateBy.ts'
import { parse } from '../../src/expression/syntax/parse.ts'

const asked = (text: string, scope: Scope = {}): unknown =>
  pipe(
    parse(text),
    E.flatMap((expression) => evaluate(expression, scope)),
    E.match(
      ({ _tag, message }): unknown => `${_tag}: ${message}`,
      ({ value }) => value,
    ),
  )

describe('evaluate', () => {
  it.each([
    ['[5, 6, 7] + 6', [11, 12, 13]],
    ['null + 6', null],
    ['9 + null', null],
    ['[5, null] + 6', [11, null]],
    ['[5, null] + null', [null, null]],
    ['1 == null', false],
    ['null == null', true],
    ['[null, 0, 1] == 0', [false, true, false]],
    ['[null, 0, 1] == null', [true, false, false]],
    ['![true, false, null]', [false, true, null]],
    ['[1, 2] + [10, 20]', [11, 22]],
    ['[1, 2] + [10, 20, 30]', [null, null]],
    ['10 - [1, null]', [9, null]],
    ['[[1, 2], [], null].max', [2, null, null]],
    ['[0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((inner) => inner + 10).sum + row)', [60, 61, 62, 63, 64]],
  ])('evaluates %s as W&B does, mapping over lists and propagating null', (text, value) => {
    expect(asked(text)).toEqual(value)
  })

  it('reads a dynamic record through operations only', () => {
    const user = { id: 'u1', username: 'ada', name: undefined }
    expect(asked('mixed.values', { mixed: [{ a: 1 }, user, 2] })).toEqual([[1], null, null])
    expect(asked('mixed.username', { mixed: [user, { a: 1 }] })).toEqual(['ada', null])
    expect(asked('mixed["username"]', { mixed: [user, { username: 'bob' }] })).toEqual([null, 'bob'])
    expect(asked('mixed["username"]', { mixed: [[user], { username: 'bob' }] })).toEqual([[null], 'bob'])
    expect(asked('mixed[-2].username', { mixed: [user, { username: 'bob' }] })).toBe('ada')
  })

  it('does not accept a list as the argument of an operator operation', () => {
    expect(asked('true.notEqual([true])')).toBe(true)
  })

  it('reaches nothing of the host', () => {
    const scope = { f: () => 1, d: { a: 1 }, o: Object.create({ inherited: 1 }) as object }
    expect(asked('f', scope)).toBeNull()
    expect(asked('d["constructor"]', scope)).toBeNull()
    expect(asked('d["__proto__"]', scope)).toBeNull()
    expect(asked('o["inherited"]', scope)).toBeNull()
    expect(asked('toString', scope)).toMatch(/^TypeError/)
  })

  it('stops an evaluation that grows without bounds', () => {
    const grown = `[1]${'.map((x) => [x, x])'.repeat(60)}`
    expect(asked(grown)).toMatch(/more than 10000000 elements/)
    expect(asked(`${grown} == ${grown}`)).toMatch(/more than 10000000 elements/)
  })

  it('fails for a cyclic value', () => {
    const circle: Array<unknown> = []
    circle.push(circle)
    expect(asked('circle.count', { circle })).toMatch(/^EvaluationError/)
  })

  it('is not stopped by a cyclic value that it does not read', () => {
    const circle: Array<unknown> = []
    circle.push(circle)
    expect(asked('1 + 1', { circle })).toBe(2)
    expect(asked('circle', { circle })).toBe('EvaluationError: A value is nested more than 400 levels deep.')
  })

  it('takes a typed array for a list, and a bigint for a number', () => {
    expect(asked('x.max', { x: new Float64Array([1, 3, 2]) })).toBe(3)
    expect(asked('x', { x: new BigInt64Array([1n, 2n]) })).toEqual([1, 2])
    expect(asked('x + 1', { x: 5n })).toBe(6)
    expect(asked('x > 4', { x: { y: 5n }.y })).toBe(true)
    expect(asked('rows["n"] * 2', { rows: [{ n: 5n }, { n: 2 }] })).toEqual([10, 4])
    expect(asked('rows["n"].max', { rows: [{ n: 5n }, { n: 2 }] })).toBe(5)
    expect(asked('rows["n"].floor', { rows: [{ n: 5n }] })).toEqual([5])
    expect(asked('rows["n"] == 5', { rows: [{ n: 5n }] })).toEqual([true])
    const large = 'EvaluationError: A bigint is too large for a number.'
    expect(asked('x + 1', { x: 2n ** 60n })).toBe(large)
    expect(asked('rows["n"].sum', { rows: [{ n: 2n ** 60n }] })).toBe(large)
    expect(asked('rows["n"]', { rows: [{ n: 2n ** 60n }] })).toEqual([2n ** 60n])
  })

  it('counts a negative index from the end, and returns null out of range', () => {
    expect(asked('[1, 2][-1]')).toBe(2)
    expect(asked('[1, 2][5]')).toBeNull()
  })
})
