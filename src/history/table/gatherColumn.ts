import { type Bitmap, emptyBitmap, hasBit, setBit } from '../../types/table/Bitmap.ts'
import type { JsonVector, ListVector, TableColumn } from '../../types/table/TableColumn.ts'
import type { Validity } from '../../types/table/Validity.ts'
import { jsonTypes } from './jsonCells.ts'

type Rows = Uint32Array

/** The bits of some rows; `undefined` if all of them are `otherwise`. */
const gatherBits = (bits: Bitmap | undefined, rows: Rows, otherwise: boolean): Bitmap | undefined => {
  if (bits === undefined) return undefined
  const gathered = emptyBitmap(rows.length)
  let count = 0
  for (let at = 0; at < rows.length; at += 1)
    if (hasBit(bits, rows[at] as number)) {
      setBit(gathered, at)
      count += 1
    }
  return count === (otherwise ? rows.length : 0) ? undefined : gathered
}

const gatherNumbers = <A extends Float64Array | Int32Array>(values: A, rows: Rows): A => {
  const gathered = new (values.constructor as new (length: number) => A)(rows.length)
  for (let at = 0; at < rows.length; at += 1) gathered[at] = values[rows[at] as number] as number
  return gathered
}

const gatherLists = ({ offsets, items }: ListVector, rows: Rows): Pick<ListVector, 'items' | 'offsets'> => {
  const gathered = new Int32Array(rows.length + 1)
  let length = 0
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number
    length += (offsets[row + 1] as number) - (offsets[row] as number)
    gathered[at + 1] = length
  }
  const itemRows = new Uint32Array(length)
  for (let at = 0; at < rows.length; at += 1) {
    const shift = (offsets[rows[at] as number] as number) - (gathered[at] as number)
    for (let item = gathered[at] as number; item < (gathered[at + 1] as number); item += 1)
      itemRows[item] = item + shift
  }
  return { offsets: gathered, items: gatherColumn(items, itemRows) as Exclude<TableColumn, JsonVector> }
}

/**
 * Returns a column with some rows of another, in the given order; a row may be there several times. The type stays the
 * same, even if the values that remain could have a narrower one.
 */
export const gatherColumn = (column: TableColumn, rows: Uint32Array): TableColumn => {
  const validity: Validity = {
    valid: gatherBits(column.valid, rows, true),
    nulls: gatherBits(column.nulls, rows, false),
  }
  switch (column.type) {
    case 'number':
      return Object.freeze({ type: 'number', values: gatherNumbers(column.values, rows), ...validity })
    case 'integer':
      return Object.freeze({ type: 'integer', values: gatherNumbers(column.values, rows), ...validity })
    case 'time':
      return Object.freeze({ type: 'time', values: gatherNumbers(column.values, rows), ...validity })
    case 'boolean': {
      const values = gatherBits(column.values, rows, false) ?? emptyBitmap(rows.length)
      return Object.freeze({ type: 'boolean', values, ...validity })
    }
    case 'text': {
      const { dictionary, indices } = column
      return Object.freeze({ type: 'text', indices: gatherNumbers(indices, rows), dictionary, ...validity })
    }
    case 'list':
      return Object.freeze({ type: 'list', ...gatherLists(column, rows), ...validity })
    case 'json': {
      const values = Object.freeze(Array.from(rows, (row) => column.values[row]))
      return Object.freeze({ type: 'json', types: jsonTypes(values), values, ...validity })
    }
  }
}
