import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOperations, booleanOperations, equalityOperations } from '../../../src/expression/library/any.ts'
import { dateOperations } from '../../../src/expression/library/date.ts'
import { library } from '../../../src/expression/library/library.ts'
import { numberOperations } from '../../../src/expression/library/number.ts'
import { numberOperators } from '../../../src/expression/library/numberOperators.ts'
import { numbersOperations } from '../../../src/expression/library/numbers.ts'
import { rootOperations } from '../../../src/expression/library/roots.ts'
import { stringOperations } from '../../../src/expression/library/string.ts'
import { readType } from '../../../src/expression/types/showType.ts'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked } from './asked.ts'

const operations = [
  ...anyOperations,
  ...booleanOperations,
  ...dateOperations,
  ...equalityOperations,
  ...numberOperations,
  ...numberOperators,
  ...numbersOperations,
  ...stringOperations,
]

const value = fc.oneof(json, fc.date(), fc.array(fc.oneof(fc.date(), fc.constant(null)), { maxLength: 3 }))

/** A dynamic value, for which there are no type failures. */
const unknown = (name: string): string => `${name}.map((row) => row)[0]`

const scopeOf = (x: unknown, args: ReadonlyArray<unknown>) => ({
  x: [x, 1, ''],
  a: [args[0], 1, ''],
  b: [args[1], 1, ''],
})

const textOf = (chain: string, parameters: number, of: string): string =>
  `${of}.${chain}(${['a', 'b'].slice(0, parameters).map(unknown).join(', ')})`

/** A value or an intended failure: an unexpected exception is reported as exceeded memory. */
const isAnswer = (result: unknown): boolean =>
  result !== undefined && !(typeof result === 'string' && result.startsWith('EvaluationError: The expression exceeds'))

describe.each(operations)('$name', ({ name, chain, parameters, description, returns }) => {
  test('is in the library, and describes its result', () => {
    expect(library.map((operation) => operation.name)).toContain(name)
    expect(description).toMatch(/^[A-Z].*\./)
    expect(returns.description).toMatch(/\.$/)
    expect(readType(returns.type)._tag).not.toBe('Opaque')
    for (const parameter of parameters) expect(readType(parameter.type)._tag).not.toBe('Opaque')
  })

  test('returns a value for any value and arguments, or a failure as data', () => {
    law([value, fc.array(value, { minLength: 2, maxLength: 2 })], (x, args) => {
      const result = asked(textOf(chain, parameters.length, unknown('x')), scopeOf(x, args))
      return isAnswer(result)
    })
  })
})

/** Names of list operations do not map over a list. */
const ofLists = new Set(library.filter(({ kind }) => kind === 'list' || kind === 'any').map(({ chain }) => chain))

const mapped = operations.filter(
  ({ kind, chain }) => ['number', 'string', 'boolean', 'date'].includes(kind) && !ofLists.has(chain),
)

test.each(mapped)('$name maps over a list and propagates null', ({ chain, parameters }) => {
  law([fc.array(value, { maxLength: 3 }), value, value], (xs, a, b) => {
    const scope = { xs: [...xs, null], ...scopeOf(1, [a, b]) }
    const whole = asked(textOf(chain, parameters.length, 'xs.map((row) => row)'), scope)
    const parts = asked(`xs.map((row) => ${textOf(chain, parameters.length, 'row')})`, scope)
    if (typeof whole === 'string' || typeof parts === 'string') return typeof whole === typeof parts
    return JSON.stringify(whole) === JSON.stringify(parts)
  })
})

test('names are unique, and names after the dot are unique per kind, except the extremes of dates', () => {
  const names = [...operations, ...rootOperations].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const chains = operations.map(({ kind, chain }) => `${kind}.${chain}`)
  const twice = chains.filter((chain, index) => chains.indexOf(chain) !== index)
  expect([...new Set(twice)].sort()).toEqual(['list.max', 'list.min'])
})

test('roots return a value for any arguments, or a failure as data', () => {
  law([fc.constantFrom(...rootOperations), value, value, value], ({ chain, parameters }, a, b, c) => {
    const args = ['a', 'b', 'c'].slice(0, parameters.length).map(unknown)
    return isAnswer(asked(`${chain}(${args.join(', ')})`, { a: [a, 1, ''], b: [b, 1, ''], c: [c, 1, ''] }))
  })
})
