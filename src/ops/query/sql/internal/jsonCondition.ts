import type { Operand } from '../../../../types/query/Operand.ts'
import { comparisons, type Ordering } from './comparisons.ts'
import { infinities, isOneOf, numberNames } from './numbers.ts'
import { sqlJson } from './sqlJson.ts'
import { type TextTest, textCompares } from './textTest.ts'
import type { Writer } from './Writer.ts'

const FALSE = 'FALSE'

/** Whether JSON, or an element of a list, is one of several values: what is missing is null. */
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

/** Whether something holds for a text, or for an element of a list that is a text. */
export const jsonTextHolds = (json: string, test: TextTest, { engine }: Writer): string => {
  const names = numberNames.filter(test.holds)
  const text = engine.text('x')
  // Only a text that spells a number stands in JSON with a NUL behind it.
  const isBlurred = numberNames.some((name) => test.holds(name) !== test.holds(`${name}\0`))
  const holds = test.jsonSql?.(text) ?? test.sql(isBlurred ? engine.withoutNul(text) : text)
  return engine.some(
    json,
    [engine.isText('x'), holds, ...(names.length === 0 ? [] : [`NOT ${isOneOf('x', names)}`])].join(' AND '),
  )
}

/** Whether JSON, or an element of a list, is of an operand's type and before or after it. */
export const jsonCompares = (json: string, ordering: Ordering, operand: Operand, writer: Writer): string => {
  if (typeof operand === 'string') return jsonTextHolds(json, textCompares(ordering, operand, writer), writer)
  if (typeof operand === 'number') return numberCompares(json, ordering, operand, writer)
  const booleans = [false, true].filter(
    (value) => typeof operand === 'boolean' && comparisons[ordering].holds(value, operand),
  )
  return jsonEquals(json, booleans, writer)
}
