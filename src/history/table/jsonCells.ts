import { hasBit } from '../../types/table/Bitmap.ts'
import type { JsonType, JsonVector } from '../../types/table/TableColumn.ts'
import type { Cells } from './Cells.ts'

/** The type of a JSON value. Anything that JSON does not have counts as an object. */
const jsonTypeOf = (value: unknown): JsonType => {
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return typeof value as 'boolean' | 'number'
    case 'string':
      return 'text'
    default:
      return Array.isArray(value) ? 'list' : value instanceof Date ? 'time' : 'object'
  }
}

/** The types of values, in order of first appearance. */
export const jsonTypes = (values: Iterable<unknown>): ReadonlyArray<JsonType> => {
  const types = new Set<JsonType>()
  for (const value of values) if (value !== undefined && value !== null) types.add(jsonTypeOf(value))
  return Object.freeze([...types])
}

/** Values of any type, which `freeze` makes immutable. */
export const jsonCells = (freeze: (value: unknown) => unknown): Cells => {
  const cells: Array<unknown> = []
  return {
    set: (row, value) => {
      while (cells.length < row) cells.push(undefined)
      cells.push(freeze(value))
      return true
    },
    build: (length, validity): JsonVector => {
      const { nulls } = validity
      const values = cells.slice(0, length)
      while (values.length < length) values.push(undefined)
      if (nulls !== undefined) for (let row = 0; row < length; row += 1) if (hasBit(nulls, row)) values[row] = null
      return Object.freeze({ type: 'json', types: jsonTypes(values), values: Object.freeze(values), ...validity })
    },
  }
}
