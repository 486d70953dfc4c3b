import type { Operand } from '../../../../types/query/Operand.ts'
import { comparisons, type Ordering } from './comparisons.ts'
import { infinities, isOneOf, numberNames } from './numbers.ts'
import { sqlJson } from './sqlJson.ts'
import { type TextTest, textCompares } from './textTest.ts'
import type { Writer } from './Writer.ts'

const FALSE = 'FALSE'

/** Whether JSON, or an element of a list, equals one of several values; a missing value is null. */
export const jsonEquals = (json: string, values: ReadonlyArray<Operand>, { engine, bind }: Writer): string => {
  if (values.length === 0) return FALSE
  const isAny = engine.isAny(
    json,
    values.map((value) => bind(sqlJson(value))),
  )
  return values.includes(null) ? `(${engine.isMissing(json)} OR ${isAny})` : isAny
}

const numberCompares = (json: string, ordering: Ordering, operand: number, { engine, bind }: Writer): string => {
  const { sign, holds } = comparisons[ordering]
  const names = infinities.filter((number) => holds(number, operand))
  const parts = [
    ...(Number.isFinite(operand)
      ? [`${engine.finite('x')} ${sign} ${bind(operand)}`]
      : holds(0, operand)
        ? [engine.isFinite('x')]
        : []),
    ...(names.length === 0 ? [] : [isOneOf('x', names)]),
  ]
  return parts.length === 0 ? FALSE : engine.some(json, parts.join(' OR '))
}

/** Whether a test holds for a JSON string, or for a string in a JSON list. */
export const jsonTextHolds = (json: string, test: TextTest, { engine }: Writer): string => {
  const names = numberNames.filter(test.holds)
  const text = engine.text('x')
  // Only strings that spell a non-finite number are stored with a trailing NUL.
  const dependsOnNul = numberNames.some((name) => test.holds(name) !== test.holds(`${name}\0`))
  const holds = test.jsonSql?.(text) ?? test.sql(dependsOnNul ? engine.withoutNul(text) : text)
  return engine.some(
    json,
    [engine.isText('x'), holds, ...(names.length === 0 ? [] : [`NOT ${isOneOf('x', names)}`])].join(' AND '),
  )
}

/** Whether JSON, or an element of a list, has the type of an operand and is ordered before or after it. */
export const jsonCompares = (json: string, ordering: Ordering, operand: Operand, writer: Writer): string => {
  if (typeof operand === 'string') return jsonTextHolds(json, textCompares(ordering, operand, writer), writer)
  if (typeof operand === 'number') return numberCompares(json, ordering, operand, writer)
  const booleans = [false, true].filter(
    (value) => typeof operand === 'boolean' && comparisons[ordering].holds(value, operand),
  )
  return jsonEquals(json, booleans, writer)
}
