import { Bool, type Data, Field, Float64, Int32, Int64, List, makeData, TimestampMillisecond } from 'apache-arrow'
import type { NamedColumn } from '../../query/RunTable.ts'
import { type Bitmap, hasBit } from '../../types/table/Bitmap.ts'
import type { JsonVector, TableColumn } from '../../types/table/TableColumn.ts'
import { jsonText } from '../../types/wire/jsonText.ts'
import { toInt64 } from '../int64.ts'
import { validTimes } from '../validTimes.ts'
import { dictionaryOf, textData } from './buffers.ts'
import { type ArrowColumn, jsonExtension, nullableColumn, sourceMetadata } from './field.ts'

/** In JSON, `null` is a value. */
const validOrNull = ({ valid, nulls }: JsonVector): Bitmap | undefined => {
  if (valid === undefined || nulls === undefined) return valid
  return valid.map((bits, at) => bits | (nulls[at] as number))
}

const jsonData = (column: JsonVector, length: number): Data => {
  const valid = validOrNull(column)
  const has = (row: number): boolean => valid === undefined || hasBit(valid, row)
  return textData(Array.from({ length }, (_, row) => (has(row) ? jsonText(column.values[row]) : undefined)))
}

/** Lists have their strings one by one: hardly any reader takes a dictionary there. */
const itemData = (items: TableColumn, length: number): Data => {
  if (items.type !== 'text') return columnData(items, length)
  const { dictionary, indices, valid } = items
  return textData(
    Array.from({ length }, (_, at) =>
      valid === undefined || hasBit(valid, at) ? dictionary[indices[at] as number] : undefined,
    ),
  )
}

/** Converts the first `length` rows of a column, whose arrays are shared; 64-bit integers, times and JSON are new. */
const columnData = (column: TableColumn, length: number): Data => {
  const shape = { length, nullBitmap: column.valid }
  switch (column.type) {
    case 'number':
      return makeData({ ...shape, type: new Float64(), data: column.values })
    case 'integer':
      return column.values instanceof Int32Array
        ? makeData({ ...shape, type: new Int32(), data: column.values })
        : makeData({ ...shape, type: new Int64(), data: toInt64(column.values) })
    case 'time':
      return makeData({ ...shape, type: new TimestampMillisecond('UTC'), data: toInt64(column.values) })
    case 'boolean':
      return makeData({ ...shape, type: new Bool(), data: column.values })
    case 'text':
      return makeData({ ...shape, ...dictionaryOf(column.dictionary), data: column.indices })
    case 'list': {
      const child = itemData(column.items, column.offsets[length] ?? 0)
      const type = new List(new Field('item', child.type, true))
      return makeData({ ...shape, type, valueOffsets: column.offsets, child })
    }
    case 'json':
      return jsonData(column, length)
  }
}

/** Converts a column of a table. JSON is marked with `jsonMark`. */
export const arrowColumn = (
  { name, column, source }: NamedColumn,
  length: number,
  jsonMark: ReadonlyMap<string, string> = jsonExtension,
): ArrowColumn =>
  nullableColumn(name, columnData(validTimes(column, length), length), [
    ...(column.type === 'json' ? jsonMark : []),
    ...sourceMetadata(source),
  ])
