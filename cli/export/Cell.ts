import { json } from '../json.ts'
import type { Row } from '../rows/Row.ts'

/** What a cell of a file can be: lists and dicts are JSON, and what is missing is not there. */
export type Cell = boolean | number | string | Date | { readonly json: string } | undefined

/** A value as a cell; `null` counts as missing. */
export const toCell = (value: unknown): Cell => {
  if (value === undefined || value === null) return undefined
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  return { json: json(value) }
}

/** What all cells of a column are; `json` where they are not all the same. */
export type CellType = 'boolean' | 'json' | 'number' | 'text' | 'time'

export const typeOfCell = (cell: Exclude<Cell, undefined>): CellType => {
  if (typeof cell === 'object') return cell instanceof Date ? 'time' : 'json'
  return typeof cell === 'string' ? 'text' : (typeof cell as 'boolean' | 'number')
}

/** A cell of a column that holds JSON. */
export const cellJson = (cell: Exclude<Cell, undefined>): string =>
  typeof cell === 'object' && !(cell instanceof Date) ? cell.json : json(cell)

/** A row of cells by the names of their columns; what is missing is not in it. */
export type Cells = ReadonlyMap<string, Exclude<Cell, undefined>>

export const cellsOf = (row: Row): Cells => {
  const cells = new Map<string, Exclude<Cell, undefined>>()
  for (const [name, value] of row) {
    const cell = toCell(value)
    if (cell !== undefined) cells.set(name, cell)
  }
  return cells
}
