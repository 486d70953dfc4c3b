import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, test } from 'vitest'
import { evaluate } from '../../../src/expression/evaluate.ts'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { anyType, listType } from '../../../src/expression/types/Type.ts'
import { binaryOperators } from '../../../src/expression/values/operators.ts'
import { queryValue } from '../../arbitraries/query.ts'
import { caseCount } from '../../laws/law.ts'

const operator = fc.constantFrom(...Object.keys(binaryOperators))
const operand = fc.oneof(
  queryValue.filter((value) => !Array.isArray(value)),
  fc.constantFrom(null, undefined, Number.NaN, -0, '', new Date(0)),
)

const valueIn = (text: string, scope: Readonly<Record<string, unknown>>): unknown =>
  pipe(
    parse(text),
    E.flatMap((expression) =>
      evaluate(expression, scope, { one: anyType, other: anyType, ones: listType(anyType), others: listType(anyType) }),
    ),
    E.match(
      ({ message }): unknown => message,
      ({ value }) => value,
    ),
  )

describe('binaryOn', () => {
  test('returns the same for two values as for lists of them', () => {
    const agrees = (by: string, one: unknown, other: unknown): boolean => {
      const scope = { one, other, ones: [one], others: [other] }
      return isDeepStrictEqual([valueIn(`one ${by} other`, scope)], valueIn(`ones ${by} others`, scope))
    }
    fc.assert(fc.property(operator, operand, operand, agrees), { numRuns: caseCount() })
  })
})
