import { DataType, type Field, type Vector } from 'apache-arrow'
import * as E from 'fp-ts/lib/Either.js'
import { unquoteNonFinite } from '../../../types/codec/nonFinite.ts'
import { type HistoryColumn, parseJson } from '../../../types/index.ts'
import { plainValue } from './plainValue.ts'

const isJson = ({ metadata }: Field): boolean => metadata.get('ARROW:extension:name') === 'arrow.json'

/** A text that is no JSON stays a text. */
const fromJson = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  const parsed = parseJson(value)
  return E.isRight(parsed) ? unquoteNonFinite(parsed.right) : value
}

/** 1 for each row that has a value. */
const presentIn = (vector: Vector): Uint8Array =>
  vector.nullCount === 0
    ? new Uint8Array(vector.length).fill(1)
    : Uint8Array.from({ length: vector.length }, (_, row) => (vector.isValid(row) ? 1 : 0))

/** The numbers of a column of Arrow's: its own array where it is of doubles in one piece. */
export const numbersOf = (vector: Vector): Float64Array => {
  if (DataType.isFloat(vector.type) && vector.ArrayType === Float64Array) return vector.toArray()
  return Float64Array.from({ length: vector.length }, (_, row) => Number(vector.get(row)))
}

/** A column of Arrow's as a column of a history. */
export const historyColumn = (field: Field, vector: Vector): HistoryColumn => {
  if (DataType.isFloat(field.type) || DataType.isInt(field.type))
    return Object.freeze({ type: 'number', values: numbersOf(vector), present: presentIn(vector) })
  const read = isJson(field) ? fromJson : plainValue
  const values = Array.from(vector, (value: unknown) => read(value) ?? undefined)
  return Object.freeze({ type: 'value', values: Object.freeze(values) })
}
