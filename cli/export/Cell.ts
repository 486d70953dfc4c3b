import type { Row } from '../rows/Row.ts'
import { toJson } from '../text/toJson.ts'

/** A cell of an exported file: lists and dicts are JSON, a missing value is `undefined`. */
export type Cell = boolean | number | string | Date | { readonly json: string } | undefined

/** Converts a value to a cell; `null` and invalid dates become missing. */
export const toCell = (value: unknown): Cell => {
  if (value === undefined || value === null) return undefined
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  return { json: toJson(value) }
}

/** The type of a column; `json` if its cells have several types. */
export type CellType = 'boolean' | 'json' | 'number' | 'text' | 'time'

export const cellType = (cell: Exclude<Cell, undefined>): CellType => {
  if (typeof cell === 'object') return cell instanceof Date ? 'time' : 'json'
  return typeof cell === 'string' ? 'text' : (typeof cell as 'boolean' | 'number')
}

/** Formats a cell of a JSON column. */
export const cellJson = (cell: Exclude<Cell, undefined>): string =>
  typeof cell === 'object' && !(cell instanceof Date) ? cell.json : toJson(cell)

/** The cells of a row by column name, without missing ones. */
export type Cells = ReadonlyMap<string, Exclude<Cell, undefined>>

export const toCells = (row: Row): Cells => {
  const cells = new Map<string, Exclude<Cell, undefined>>()
  for (const [name, value] of row) {
    const cell = toCell(value)
    if (cell !== undefined) cells.set(name, cell)
  }
  return cells
}
