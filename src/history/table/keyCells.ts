import type { TableColumn } from '../../types/table/TableColumn.ts'
import type { UnknownRecord } from '../../types/wire/own.ts'
import { type TableColumnBuilder, type TableColumnOptions, tableColumnBuilder } from './tableColumnBuilder.ts'

/** How the keys of dicts become columns. */
export interface KeyCellsOptions extends TableColumnOptions {
  /** Whether a key has no column; every key has one by default. */
  readonly isLeftOut?: ((key: string) => boolean) | undefined
  /** Returns the cell of a value; the value itself by default. */
  readonly cellOf?: ((value: unknown) => unknown) | undefined
}

/** The keys of dicts as columns under construction. */
export interface KeyCells {
  /** Adds the dict of a row; rows are added in ascending order. */
  readonly add: (dict: UnknownRecord, row: number) => void
  /** The columns of the first `rows` rows, in order of first appearance. */
  readonly build: (rows: number) => ReadonlyArray<{ readonly key: string; readonly column: TableColumn }>
}

interface Target {
  readonly key: string
  readonly cells: TableColumnBuilder
}

/**
 * Makes a column for each key that any of many dicts has. A dict most likely has its keys in the order of the one before
 * it, so that a key is compared with one string before it is looked up.
 */
export const keyCells = ({
  isLeftOut = () => false,
  cellOf = (value) => value,
  ...options
}: KeyCellsOptions = {}): KeyCells => {
  const targets = new Map<string, Target>()
  const order: Array<Target> = []
  const targetOf = (key: string): Target => {
    const known = targets.get(key)
    if (known !== undefined) return known
    const target = { key, cells: tableColumnBuilder(options) }
    targets.set(key, target)
    return target
  }
  return {
    add: (dict, row) => {
      let at = 0
      for (const key of Object.keys(dict)) {
        const guess = order[at]
        if (guess?.key !== key && isLeftOut(key)) continue
        const target = guess?.key === key ? guess : targetOf(key)
        order[at] = target
        at += 1
        const { cells } = target
        if (cells.length < row) cells.pushMissing(row - cells.length)
        cells.push(cellOf(dict[key]))
      }
    },
    build: (rows) =>
      [...targets.values()].map(({ key, cells }) => {
        cells.pushMissing(rows - cells.length)
        return { key, column: cells.build() }
      }),
  }
}
