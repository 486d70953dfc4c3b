import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/expression/compile/check.ts'
import { complete } from '../../src/expression/complete/complete.ts'
import { evaluate } from '../../src/expression/evaluate.ts'
import type { Scope } from '../../src/expression/relation/evaluateBy.ts'
import { parse } from '../../src/expression/syntax/parse.ts'
import { print } from '../../src/expression/syntax/print.ts'
import { refineRuns } from '../../src/expression/types/refine.ts'
import { listType, recordType, type Type } from '../../src/expression/types/Type.ts'
import { typeOf } from '../../src/expression/types/typeOf.ts'
import { askedExpression } from '../arbitraries/askedExpression.ts'
import { expression, withoutPlaces } from '../arbitraries/expression.ts'
import { runModel } from '../arbitraries/run.ts'
import { fits } from './fits.ts'
import { caseCount } from './law.ts'

const MANY = caseCount(100_000)
const SECONDS = 240_000

const fixed = fc.sample(fc.record(runModel, { noNullPrototype: true }), { numRuns: 3, seed: 1 })
const said = [
  { config: { lr: 0.1, opt: { name: 'adam' } }, summary: { loss: 0.5, acc: 0.9, mixed: 'x', 'a.b': 1 } },
  { config: { lr: 0.2, opt: null }, summary: { loss: null, acc: Number.NaN, mixed: [1, 2], a: { b: 2 } } },
  { config: {}, summary: { loss: 0.1, mixed: 3, table: { columns: ['a'], data: [[1], [2]] } } },
]
const runs = fixed.map((run, index) => ({ ...run, ...said[index] }))
const scope: Scope = {
  runs,
  run: runs[0],
  some: [runs[0], null, runs[1]],
  numbers: [3, null, 1.5, 2],
  lists: [[1, 2], [], [3]],
  text: 'weights and biases',
  day: new Date('2026-11-21T00:00:00Z'),
  rows: [
    { a: 1, b: 'x' },
    { a: 2, b: null },
  ],
  nothing: null,
  host: () => 'reached',
}
const names = Object.keys(scope)
const types = Object.fromEntries(names.map((name) => [name, typeOf(scope[name])]))
const refined: Readonly<Record<string, Type>> = { ...types, runs: refineRuns(runs) }

const asked = askedExpression(names)

const isPlace = ({ start, end }: { readonly start: number; readonly end: number }, text: string): boolean =>
  0 <= start && start <= end && end <= text.length

const holdsFunction = (value: unknown, depth = 0): boolean =>
  typeof value === 'function' ||
  (depth < 8 &&
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((part) => holdsFunction(part, depth + 1)))

describe('the language', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(expression, (made) => {
        const again = parse(print(made))
        return E.isRight(again) && JSON.stringify(withoutPlaces(again.right)) === JSON.stringify(withoutPlaces(made))
      }),
      { numRuns: caseCount(2000) },
    )
  })

  it(
    'returns an expression, or a failure with a position, for any text',
    () => {
      const sign = fc.constantFrom(...'runs.summary[\'a"] ()[]{}=>!&|*/+-,:;?0.5e`\\$#@\n\u2028é🚀'.split(''))
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.array(sign, { maxLength: 30 }).map((signs) => signs.join('')),
      )
      fc.assert(
        fc.property(text, (any) => {
          const parsed = parse(any)
          if (E.isLeft(parsed)) return isPlace(parsed.left, any)
          const value = evaluate(parsed.right, scope)
          return isPlace(parsed.right, any) && (E.isRight(value) || isPlace(value.left, any))
        }),
        { numRuns: MANY },
      )
    },
    SECONDS,
  )

  it(
    'suggests a replacement within the text, or nothing, at any position of any text',
    () => {
      const cut = fc.tuple(asked, fc.nat(60)).map(([made, length]) => print(made).slice(0, length))
      fc.assert(
        fc.property(fc.oneof(cut, fc.string({ unit: 'binary', maxLength: 20 })), fc.nat(60), (text, offset) =>
          complete(text, offset, refined).every((suggestion) => isPlace(suggestion, text)),
        ),
        { numRuns: caseCount(3000) },
      )
    },
    SECONDS,
  )
})

describe('an expression over runs', () => {
  it(
    'has a value without host functions, or a failure with a position',
    () => {
      let values = 0
      fc.assert(
        fc.property(asked, (made) => {
          const text = print(made)
          const parsed = parse(text)
          if (E.isLeft(parsed)) return isPlace(parsed.left, text)
          const result = evaluate(parsed.right, scope)
          if (E.isLeft(result)) return isPlace(result.left, text)
          values += 1
          return !holdsFunction(result.right.value)
        }),
        { numRuns: MANY },
      )
      expect(values).toBeGreaterThan(MANY / 20)
    },
    SECONDS,
  )

  it(
    'has a value of the predicted type, from the types of the values and from refined ones',
    () => {
      const cases = caseCount(20_000, 200)
      let values = 0
      fc.assert(
        fc.property(asked, fc.constantFrom(types, refined), (made, known) => {
          const predicted = check(made, known)
          const result = evaluate(made, scope)
          if (E.isLeft(predicted)) return predicted.left.length > 0
          if (E.isLeft(result)) return result.left._tag === 'EvaluationError'
          values += 1
          return fits(predicted.right, result.right.value)
        }),
        { numRuns: cases },
      )
      expect(values).toBeGreaterThan(cases / 20)
    },
    SECONDS,
  )

  it('maps a null run to null, for every operation of runs', () => {
    const row = askedExpression(['row'])
    const known = { runs: listType(recordType('run')) }
    fc.assert(
      fc.property(row, (body) => {
        const text = `runs.map((row) => ${print(body)})`
        const parsed = parse(text)
        if (E.isLeft(parsed) || E.isLeft(check(parsed.right, known))) return true
        const result = evaluate(parsed.right, { runs: [runs[0], null, runs[1]] })
        return E.isLeft(result) || (Array.isArray(result.right.value) && result.right.value.length === 3)
      }),
      { numRuns: caseCount(2000) },
    )
  })
})
