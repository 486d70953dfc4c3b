import { DataType, type Field, MapRow, StructRow, util, Vector } from 'apache-arrow'
import * as E from 'fp-ts/lib/Either.js'
import { parseJson, unquoteNonFinite } from '../../types/wire/json.ts'
import { setOwn } from '../../types/wire/own.ts'
import { isJson } from './field.ts'

type Read = (value: unknown) => unknown

/** Converts an Arrow value to plain JavaScript: vectors to arrays, structs and maps to objects, bigints to numbers. */
export const plainValue: Read = (value) => {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Vector) return Array.from(value, plainValue)
  if (value instanceof StructRow || value instanceof MapRow) {
    const dict: Record<string, unknown> = {}
    for (const [key, entry] of value) setOwn(dict, String(key), plainValue(entry))
    return dict
  }
  return value
}

/** Parses JSON; a string that is not JSON is returned unchanged. */
export const fromJson: Read = (value) => {
  if (typeof value !== 'string') return value
  const parsed = parseJson(value)
  return E.isRight(parsed) ? unquoteNonFinite(parsed.right) : value
}

const toDate: Read = (value) => (typeof value === 'number' ? new Date(value) : value)

const perItem =
  (read: Read): Read =>
  (value) =>
    value instanceof Vector ? Array.from(value, (item) => (item === null ? null : read(item))) : value

/** Returns a function that converts the values of a column, other than null, to those of a table of runs. */
export const arrowCellReader = (field: Field): Read => {
  if (isJson(field)) return fromJson
  const { type } = field
  const of: DataType = DataType.isDictionary(type) ? type.dictionary : type
  if (DataType.isTimestamp(of) || DataType.isDate(of)) return toDate
  if (DataType.isDecimal(of)) return (value) => util.bigNumToNumber(value as never, of.scale)
  if (DataType.isBinary(of) || DataType.isFixedSizeBinary(of)) return (value) => Array.from(value as Uint8Array)
  if (DataType.isList(of) || DataType.isFixedSizeList(of)) return perItem(arrowCellReader(of.children[0] as Field))
  return plainValue
}
