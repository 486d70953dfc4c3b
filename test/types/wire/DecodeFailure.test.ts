import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { type DecodeFailure, nullable, toDecodeFailure } from 'wandb-run-ops/types'
import { Entity } from '../../../src/types/user/Entity.ts'
import { decodeNode } from '../../../src/types/wire/DecodeFailure.ts'
import { oddKeys } from '../../fixtures/types/oddKeys.ts'
import { caseCount } from '../../laws/law.ts'

const errorsOf = (codec: t.Decoder<unknown, unknown>, wire: unknown): t.Errors => {
  const outcome = codec.decode(wire)
  return E.isLeft(outcome) ? outcome.left : []
}

const failureOf = (codec: t.Decoder<unknown, unknown>, wire: unknown): DecodeFailure =>
  toDecodeFailure(errorsOf(codec, wire))

const lengthOf = (failure: DecodeFailure): number => JSON.stringify(failure).length

/** A failure at that path, as a codec of nested records would report it. */
const errorAt = (path: ReadonlyArray<string>, name: string, value: unknown = 5): t.Errors => {
  const type = new t.Type<unknown>(name, t.unknown.is, t.failure, t.identity)
  const root: t.Context = [{ key: '', type, actual: {} }]
  return [{ value, context: path.reduce((context, key) => t.appendContext(context, key, type, { key }), root) }]
}

describe('the path', () => {
  test('leads from the record to the value', () => {
    const codec = t.type({ a: t.type({ b: t.array(t.type({ c: t.number })) }) })
    expect(failureOf(codec, { a: { b: [{ c: 1 }, { c: 'x' }] } })).toEqual({
      path: ['a', 'b', '1', 'c'],
      expected: 'number',
      actual: 'string',
    })
  })

  test('is empty for the value as a whole', () => {
    expect(failureOf(t.type({ a: t.number }, 'A'), 5)).toEqual({ path: [], expected: 'A', actual: 'number' })
  })

  test.each([...oddKeys, '7'])('may have the step %j', (key) => {
    expect(failureOf(t.record(t.string, t.number), { ...JSON.parse(`{${JSON.stringify(key)}: "x"}`) }).path).toEqual([
      key,
    ])
  })
})

describe('unions and intersections', () => {
  const One = t.type({ one: t.number }, 'One')
  const Two = t.type({ two: t.number }, 'Two')

  test.each<[string, t.Mixed]>([
    ['an intersection', t.intersection([One, Two])],
    ['a union', t.union([Two, t.null])],
    ['an intersection of unions', t.intersection([t.union([One, t.null]), Two])],
    ['a readonly intersection', t.readonly(t.intersection([One, Two]))],
    ['an exact intersection', t.exact(t.intersection([One, Two]))],
    ['a refined union', t.refinement(t.union([Two, t.null]), () => true)],
    ['a recursive union', t.recursion('R', (): t.Mixed => t.union([Two, t.null]))],
    ['a nullable union', nullable(t.union([Two, t.null]))],
  ])('%s adds no step of its own', (_, codec) => {
    expect(failureOf(t.type({ at: codec }), { at: { one: 1, two: 'x' } })).toEqual({
      path: ['at', 'two'],
      expected: 'number',
      actual: 'string',
    })
  })

  test('if no member of a union matches, the union is what was expected', () => {
    expect(failureOf(t.type({ lr: t.union([t.number, t.null], 'Rate') }), { lr: 'x' })).toEqual({
      path: ['lr'],
      expected: 'Rate',
      actual: 'string',
    })
    expect(failureOf(t.type({ lr: t.union([t.number, t.null]) }), {})).toEqual({
      path: ['lr'],
      expected: '(number | null)',
      actual: 'undefined',
    })
  })

  test('an array index, or a key of digits, stays in the path', () => {
    const numbers = t.array(t.union([t.number, t.array(t.number)]))
    expect(failureOf(numbers, [1, [2, 'x']]).path).toEqual(['1'])
    expect(failureOf(t.array(t.array(t.number)), [[1], [2, 'x']]).path).toEqual(['1', '1'])
    expect(failureOf(t.type({ 0: t.type({ 1: t.number }) }), { 0: { 1: 'x' } }).path).toEqual(['0', '1'])
    expect(failureOf(t.tuple([t.number, t.number]), [1, 'x']).path).toEqual(['1'])
  })
})

describe('the length limit', () => {
  const nasty = fc.oneof(
    fc.constantFrom('\u0000'.repeat(300), '\ud800'.repeat(300), '🚀'.repeat(300), '"'.repeat(300), '\\'.repeat(300)),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 400 }),
  )
  const number = fc.oneof(fc.nat(), fc.maxSafeInteger(), fc.double())

  test('is two hundred characters as JSON, whatever the path, names, ids and positions', () => {
    fc.assert(
      fc.property(
        fc.array(nasty, { maxLength: 30 }),
        nasty,
        nasty,
        number,
        number,
        (path, name, runId, page, index) =>
          lengthOf(toDecodeFailure(errorAt(path, name), runId, { page, index })) <= 200,
      ),
      { numRuns: caseCount(2000) },
    )
  })

  test('holds for a path of a hundred thousand steps and a key of ten million characters', () => {
    const long = toDecodeFailure(errorAt([], 'T'))
    expect(lengthOf(long)).toBeLessThan(60)
    const type = t.unknown
    const context = Array.from({ length: 100_000 }, (_, n) => ({ key: `k${n}`, type, actual: n }))
    expect(lengthOf(toDecodeFailure([{ value: 1, context }]))).toBeLessThanOrEqual(200)
    expect(lengthOf(toDecodeFailure(errorAt(['config', 'x'.repeat(10_000_000)], 'T')))).toBeLessThanOrEqual(200)
  })

  test('nothing is truncated that fits', () => {
    const failure = toDecodeFailure(
      errorAt(['config', 'optimizer', 'betas', '1'], 'number'),
      '0d9f2c1e-5a3b-4c7d-8e6f-1a2b3c4d5e6f',
      { page: 1234, index: 999 },
    )
    expect(failure).toEqual({
      path: ['config', 'optimizer', 'betas', '1'],
      expected: 'number',
      actual: 'number',
      runId: '0d9f2c1e-5a3b-4c7d-8e6f-1a2b3c4d5e6f',
      page: 1234,
      index: 999,
    })
  })

  test('a long path keeps its ends, with an ellipsis between them', () => {
    const path = ['config', 'model', ...Array.from({ length: 50 }, (_, n) => `layer${n}`), 'weight']
    expect(toDecodeFailure(errorAt(path, 'number')).path).toEqual(['config', 'model', '…', 'weight'])
  })

  test('a truncated name keeps its beginning and ends with an ellipsis', () => {
    const { expected } = toDecodeFailure(errorAt([], 'A very long name of a codec that goes on and on'))
    expect(expected).toMatch(/^A very long name of a codec.*…$/)
  })

  test('no character is split', () => {
    fc.assert(
      fc.property(fc.nat(60), (before) => {
        const { path, expected, runId } = toDecodeFailure(
          errorAt([`${'a'.repeat(before)}${'🚀'.repeat(200)}`], `${'a'.repeat(before)}${'🚀'.repeat(200)}`),
          `${'a'.repeat(before)}${'🚀'.repeat(200)}`,
        )
        return [...path, expected, runId ?? ''].every((text) => !/\p{Surrogate}/u.test(text))
      }),
    )
  })
})

describe('the rest', () => {
  test('is frozen, its path too', () => {
    const failure = toDecodeFailure(errorAt(['a'], 'T'))
    expect(Object.isFrozen(failure) && Object.isFrozen(failure.path)).toBe(true)
  })

  test('has no key for what is unknown', () => {
    expect(Object.keys(toDecodeFailure(errorAt(['a'], 'T')))).toEqual(['path', 'expected', 'actual'])
    expect(Object.keys(toDecodeFailure(errorAt(['a'], 'T'), 5, {}))).toEqual(['path', 'expected', 'actual'])
    expect(Object.keys(toDecodeFailure(errorAt(['a'], 'T'), '', { page: Number.NaN }))).toEqual([
      'path',
      'expected',
      'actual',
    ])
  })

  test('page 0 and index 0 are reported', () => {
    expect(toDecodeFailure(errorAt([], 'T'), 'a', { page: 0, index: 0 })).toMatchObject({ page: 0, index: 0 })
  })

  test('no errors at all are still a failure', () => {
    expect(toDecodeFailure([])).toEqual({ path: [], expected: 'readable', actual: 'undefined' })
  })

  test.each([['sk-secret'], [{ key: 'sk-secret' }], [['sk-secret']], [new Error('sk-secret')], [Symbol('sk-secret')]])(
    'includes nothing of the value: %s',
    (value) => {
      expect(JSON.stringify(toDecodeFailure(errorAt(['config', 'key'], 'number', value)))).not.toContain('secret')
    },
  )

  test('includes nothing of a codec’s message', () => {
    const chatty = new t.Type<number>(
      'Chatty',
      t.number.is,
      (u, context) => t.failure(u, context, `${String(u)} is no number`),
      t.identity,
    )
    expect(JSON.stringify(failureOf(chatty, 'sk-secret'))).not.toContain('secret')
  })
})

const decode = decodeNode(Entity)

describe('decodeNode', () => {
  test('returns the record of a node', () => {
    expect(decode({ id: 'RW50aXR5OjE=', name: 'team', isTeam: true })).toMatchObject(
      E.right({ id: 'RW50aXR5OjE=', name: 'team', isTeam: true }),
    )
  })

  test('reports the position of an unreadable node, and never its contents', () => {
    expect(decode({ id: 'RW50aXR5OjE=', name: 42 }, { page: 2, index: 5 })).toEqual(
      E.left({ path: ['name'], expected: 'string', actual: 'number', page: 2, index: 5 }),
    )
  })

  test('reports an object that throws when read as unreadable', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(decode(proxy)).toEqual(E.left({ path: [], expected: 'Entity', actual: 'object' }))
  })
})
