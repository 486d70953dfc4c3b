import type { Comparison, Operand } from '../Filter.ts'
import { escapeText, sqlJson, wellFormed } from './json.ts'
import type { SqlWriter } from './Writer.ts'

export type OrderingOperator = Exclude<Comparison['_tag'], 'Eq'>

interface Operator {
  readonly sign: string
  readonly holds: <A extends boolean | number | string>(one: A, other: A) => boolean
}

/** The ordering comparisons, in SQL and in memory. */
export const comparisons: Readonly<Record<OrderingOperator, Operator>> = {
  Gt: { sign: '>', holds: (one, other) => one > other },
  Gte: { sign: '>=', holds: (one, other) => one >= other },
  Lt: { sign: '<', holds: (one, other) => one < other },
  Lte: { sign: '<=', holds: (one, other) => one <= other },
}

/** The numbers that JSON lacks, and the strings that stand for them. */
const nonFinite = {
  infinities: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  names: ['NaN', 'Infinity', '-Infinity'],
}

/** The JSON strings that stand for numbers. */
const nonFiniteNames: ReadonlyArray<string> = nonFinite.names

export const infinities: ReadonlyArray<number> = nonFinite.infinities

/** Whether JSON is one of several strings. */
export const jsonStringIn = (json: string, texts: ReadonlyArray<number | string>): string => {
  const [first, ...others] = texts.map((text) => `'"${text}"'`)
  return others.length === 0 ? `${json} = ${first}` : `${json} IN (${[first, ...others].join(', ')})`
}

/** A test of a string. */
export interface TextTest {
  /** The test as SQL on a text expression. */
  readonly sql: (text: string) => string
  /** The test as SQL on a string stored in JSON, when that differs. */
  readonly jsonSql?: (text: string) => string
  readonly holds: (text: string) => boolean
  /** What `jsonSql` says of a stored string, in memory. */
  readonly jsonHolds?: (stored: string) => boolean
}

/** Characters from which on UTF-8 bytes and UTF-16 code units sort differently. */
const UNORDERED = /[\ud800-\uffff]/

/** Whether a string is ordered before or after another. */
export const textCompares = (ordering: OrderingOperator, operand: string, { engine, bind }: SqlWriter): TextTest => {
  const { sign, holds } = comparisons[ordering]
  const key = UNORDERED.test(operand) ? engine.textKey : (text: string) => text
  const sqlWith = (other: string) => (text: string) => `${key(text)} ${sign} ${key(bind(other))}`
  const stored = escapeText(operand)
  return {
    sql: sqlWith(wellFormed(operand)),
    jsonSql: sqlWith(stored),
    holds: (text) => holds(text, operand),
    jsonHolds: (text) => holds(text, stored),
  }
}

/** Whether a string contains a substring. */
export const textContains = (part: string, { engine, bind }: SqlWriter): TextTest => ({
  sql: (text) => engine.contains(text, bind(wellFormed(part))),
  holds: (text) => text.includes(part),
})

const FALSE = 'FALSE'

/** Whether JSON, or an element of a list, equals one of several values; a missing value is null. */
export const jsonEquals = (json: string, values: ReadonlyArray<Operand>, { engine, bind }: SqlWriter): string => {
  if (values.length === 0) return FALSE
  const isAny = engine.isAny(
    json,
    values.map((value) => bind(sqlJson(value))),
  )
  return values.includes(null) ? `(${engine.isMissing(json)} OR ${isAny})` : isAny
}

const numberCompares = (
  json: string,
  ordering: OrderingOperator,
  operand: number,
  { engine, bind }: SqlWriter,
): string => {
  const { sign, holds } = comparisons[ordering]
  const names = infinities.filter((number) => holds(number, operand))
  const parts = [
    ...(Number.isFinite(operand)
      ? [`${engine.finite('x')} ${sign} ${bind(operand)}`]
      : holds(0, operand)
        ? [engine.isFinite('x')]
        : []),
    ...(names.length === 0 ? [] : [jsonStringIn('x', names)]),
  ]
  return parts.length === 0 ? FALSE : engine.some(json, parts.join(' OR '))
}

/** Whether a test holds for a JSON string, or for a string in a JSON list. */
export const jsonTextHolds = (json: string, test: TextTest, { engine }: SqlWriter): string => {
  // The numbers that JSON lacks are stored as these names, which the SQL would take for strings.
  const names = nonFiniteNames.filter(test.jsonHolds ?? test.holds)
  const text = engine.text('x')
  // Only strings that spell a non-finite number are stored with a trailing NUL.
  const dependsOnNul = nonFiniteNames.some((name) => test.holds(name) !== test.holds(`${name}\0`))
  const holds = test.jsonSql?.(text) ?? test.sql(dependsOnNul ? engine.withoutNul(text) : text)
  return engine.some(
    json,
    [engine.isText('x'), holds, ...(names.length === 0 ? [] : [`NOT ${jsonStringIn('x', names)}`])].join(' AND '),
  )
}

/** Whether JSON, or an element of a list, has the type of an operand and is ordered before or after it. */
export const jsonCompares = (json: string, ordering: OrderingOperator, operand: Operand, writer: SqlWriter): string => {
  if (typeof operand === 'string') return jsonTextHolds(json, textCompares(ordering, operand, writer), writer)
  if (typeof operand === 'number') return numberCompares(json, ordering, operand, writer)
  const booleans = [false, true].filter(
    (value) => typeof operand === 'boolean' && comparisons[ordering].holds(value, operand),
  )
  return jsonEquals(json, booleans, writer)
}
