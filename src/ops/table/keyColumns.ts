import { type TableColumnBuilder, tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import type { DictColumn } from '../../query/Column.ts'
import type { NamedColumn } from '../../query/RunTable.ts'
import { getOwn, isObject, type UnknownRecord } from '../../types/wire/own.ts'

/** A run, or what there is of one. */
export interface PartialRun {
  readonly config?: unknown
  readonly summary?: unknown
}

/** The dicts whose keys become columns. */
export const keyDicts = [
  { field: 'config', tag: 'Config' },
  { field: 'summary', tag: 'Summary' },
] as const

type KeyDict = (typeof keyDicts)[number]

/** The name of the column of a key, which is used as it is: `config.lr`. */
export const keyName = ({ field }: KeyDict, key: string): string => `${field}.${key}`

export const keySource = ({ tag }: KeyDict, key: string): DictColumn => ({ _tag: tag, path: [key] })

/** The own keys of a dict; a dict that a codec decoded may be anything. */
export const dictOf = (run: PartialRun, { field }: KeyDict): UnknownRecord | undefined => {
  const dict = isObject(run) ? getOwn(run as UnknownRecord, field) : undefined
  return isObject(dict) && !(dict instanceof Date) ? dict : undefined
}

interface KeyColumn {
  readonly key: string
  readonly cells: TableColumnBuilder
}

/**
 * A column for each key that a dict of any run has, in order of first appearance. A run most likely has its keys in the
 * order of the one before it, so that a key is compared with one string before it is looked up.
 */
export const keyColumns = (runs: ReadonlyArray<PartialRun>, kind: KeyDict): ReadonlyArray<NamedColumn> => {
  const columns = new Map<string, KeyColumn>()
  const order: Array<KeyColumn> = []
  const columnOf = (key: string): KeyColumn => {
    const known = columns.get(key)
    if (known !== undefined) return known
    const column = { key, cells: tableColumnBuilder({ capacity: runs.length }) }
    columns.set(key, column)
    return column
  }
  for (let row = 0; row < runs.length; row += 1) {
    const dict = dictOf(runs[row] as PartialRun, kind)
    if (dict === undefined) continue
    let at = 0
    for (const key of Object.keys(dict)) {
      const guess = order[at]
      const column = guess?.key === key ? guess : columnOf(key)
      order[at] = column
      at += 1
      if (column.cells.length < row) column.cells.pushMissing(row - column.cells.length)
      column.cells.push(dict[key])
    }
  }
  return [...columns.values()].map(({ key, cells }) => {
    cells.pushMissing(runs.length - cells.length)
    return { name: keyName(kind, key), column: cells.build(), source: keySource(kind, key) }
  })
}
