import * as E from 'fp-ts/lib/Either.js'
import { columnValue } from '../../src/ops/index.ts'
import { type Column, fieldType } from '../../src/query/Column.ts'
import { splitList } from '../../src/query/keyPath.ts'
import { columnReadings } from '../../src/query/parseColumn.ts'
import type { RunLight } from '../../src/types/index.ts'
import { usageError } from '../output/ExitError.ts'
import { dictOf, wholeDict } from './dicts.ts'
import type { RunColumn } from './RunColumn.ts'

/** What a column needs of a run is loaded because the column is named. */
const readerOf = (column: Column): ((run: RunLight) => unknown) => columnValue(column as Column<unknown, RunLight>)

/** The first column that has a value wins: `a.b` is a key with a dot, or else a nested key. */
const readColumn = (name: string): RunColumn => {
  const dict = wholeDict(name)
  if (dict !== undefined) return { _tag: 'All', dict }
  const columns = columnReadings(name)
  if (E.isLeft(columns)) throw usageError(`Invalid --columns: ${columns.left.reason}.`)
  const [first] = columns.right
  if (first === undefined || first._tag === 'History')
    throw usageError(
      `Invalid --columns: "${name}" needs the history of every run. Write query 'runs.history["loss"].min'.`,
    )
  if (first._tag === 'Field' || first._tag === 'StartOf')
    return { _tag: 'Field', name, type: fieldType(first) ?? 'text', read: readerOf(first) }
  const readers = columns.right.map(readerOf)
  return {
    _tag: 'At',
    name,
    dict: dictOf[first._tag],
    path: [dictOf[first._tag], ...first.path].join('.'),
    keys: columns.right.flatMap((column) => ('path' in column ? column.path.slice(0, 1) : [])),
    read: (run) => {
      for (const read of readers) {
        const value = read(run)
        if (value !== undefined) return value
      }
      return undefined
    },
  }
}

/** Parses comma-separated lists of columns and drops duplicates. */
export const readColumns = (texts: ReadonlyArray<string>): ReadonlyArray<RunColumn> => {
  const columns = new Map(texts.flatMap(splitList).map((text) => [text, readColumn(text)]))
  if (columns.size === 0)
    throw usageError('--columns must name at least one column: write --columns name,config.lr,summary.accuracy.')
  return [...columns.values()]
}
