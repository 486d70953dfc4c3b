import { DataType, type Field, type Vector } from 'apache-arrow'
import * as E from 'fp-ts/lib/Either.js'
import { unquoteNonFinite } from '../../../types/codec/nonFinite.ts'
import { type HistoryColumn, parseJson } from '../../../types/index.ts'
import { plainValue } from './plainValue.ts'

const isJson = ({ metadata }: Field): boolean => metadata.get('ARROW:extension:name') === 'arrow.json'

/** Parses JSON; a string that is not JSON is returned unchanged. */
const fromJson = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  const parsed = parseJson(value)
  return E.isRight(parsed) ? unquoteNonFinite(parsed.right) : value
}

/** The presence mask: 1 for each row with a value. */
const presentIn = (vector: Vector): Uint8Array =>
  vector.nullCount === 0
    ? new Uint8Array(vector.length).fill(1)
    : Uint8Array.from({ length: vector.length }, (_, row) => (vector.isValid(row) ? 1 : 0))

/** The numbers of an Arrow column; doubles in one chunk are not copied. */
export const numbersOf = (vector: Vector): Float64Array => {
  if (DataType.isFloat(vector.type) && vector.ArrayType === Float64Array) return vector.toArray()
  return Float64Array.from({ length: vector.length }, (_, row) => Number(vector.get(row)))
}

/** Converts an Arrow column to a history column. */
export const historyColumn = (field: Field, vector: Vector): HistoryColumn => {
  if (DataType.isFloat(field.type) || DataType.isInt(field.type))
    return Object.freeze({ type: 'number', values: numbersOf(vector), present: presentIn(vector) })
  const read = isJson(field) ? fromJson : plainValue
  const values = Array.from(vector, (value: unknown) => read(value) ?? undefined)
  return Object.freeze({ type: 'value', values: Object.freeze(values) })
}
