import { Bool, type Data, Field, Float64, Int64, List, makeData, TimestampMillisecond } from 'apache-arrow'
import { cellAt } from '../../src/history/table/cellAt.ts'
import { textData, validBits } from '../../src/interop/arrow/buffers.ts'
import { type ArrowColumn, jsonExtension, nullableColumn } from '../../src/interop/arrow/field.ts'
import { toInt64 } from '../../src/interop/int64.ts'
import { emptyBitmap, setBit } from '../../src/types/table/Bitmap.ts'
import type { TableColumn } from '../../src/types/table/TableColumn.ts'
import { toJson } from '../text/toJson.ts'
import type { ColumnKind } from './ColumnKind.ts'

type Cells = ReadonlyArray<unknown>

const isMissing = (cell: unknown): boolean =>
  cell === undefined || cell === null || (cell instanceof Date && Number.isNaN(cell.getTime()))

const bitsWhere = (cells: Cells): Uint8Array => {
  const bits = emptyBitmap(cells.length)
  cells.forEach((cell, at) => {
    if (cell === true) setBit(bits, at)
  })
  return bits
}

const listData = (cells: Cells, kind: ColumnKind): Data => {
  const items: Array<unknown> = []
  const valueOffsets = new Int32Array(cells.length + 1)
  cells.forEach((cell, at) => {
    if (Array.isArray(cell)) for (const item of cell) items.push(item)
    valueOffsets[at + 1] = items.length
  })
  const child = dataOf(items, kind)
  const nullBitmap = validBits(cells.length, (row) => !isMissing(cells[row]))
  return makeData({
    type: new List(new Field('item', child.type, true)),
    length: cells.length,
    nullBitmap,
    valueOffsets,
    child,
  })
}

/** The type depends on the kind alone, so that the batches of a file match. */
const dataOf = (cells: Cells, kind: ColumnKind): Data => {
  if (typeof kind === 'object') return listData(cells, kind.list ?? 'number')
  const shape = { length: cells.length, nullBitmap: validBits(cells.length, (row) => !isMissing(cells[row])) }
  const numbers = (): Float64Array => Float64Array.from(cells, (cell) => (isMissing(cell) ? 0 : Number(cell)))
  switch (kind) {
    case 'boolean':
      return makeData({ ...shape, type: new Bool(), data: bitsWhere(cells) })
    case 'integer':
      return makeData({ ...shape, type: new Int64(), data: toInt64(numbers()) })
    case 'number':
      return makeData({ ...shape, type: new Float64(), data: numbers() })
    case 'time':
      return makeData({ ...shape, type: new TimestampMillisecond('UTC'), data: toInt64(numbers()) })
    case 'text':
      return textData(cells.map((cell) => (isMissing(cell) ? undefined : (cell as string))))
    case 'json':
      return textData(cells.map((cell) => (isMissing(cell) ? undefined : toJson(cell))))
  }
}

/** Converts the rows of a column, which has none of them if it is `undefined`. */
export const arrowColumnOf = (
  name: string,
  column: TableColumn | undefined,
  length: number,
  kind: ColumnKind,
): ArrowColumn => {
  const cells = Array.from({ length }, (_, row) => (column === undefined ? undefined : cellAt(column, row)))
  return nullableColumn(name, dataOf(cells, kind), kind === 'json' ? jsonExtension : [])
}
