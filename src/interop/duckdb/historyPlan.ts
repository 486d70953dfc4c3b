import * as E from 'fp-ts/lib/Either.js'
import { type DuckDbError, duckDbError } from './DuckDbError.ts'
import type { ColumnKind, FileSchema } from './fileSchemas.ts'

/** A history file of a run. */
export interface HistoryFile extends FileSchema {
  readonly run: string
}

/** Files that are read in the same way. */
export interface FileGroup {
  readonly files: ReadonlyArray<HistoryFile>
  /** The positions of the columns, for a single file with names that DuckDB would confuse. */
  readonly positions: ReadonlyMap<string, number> | undefined
  readonly kinds: ReadonlyMap<string, ColumnKind>
}

/** How a history view reads its files. */
export interface HistoryPlan {
  /** The names of the columns, without the run id. */
  readonly columns: ReadonlyArray<string>
  /** The columns without a common type. */
  readonly asJson: ReadonlySet<string>
  readonly groups: ReadonlyArray<FileGroup>
}

/** The column of the run id. */
export const RUN_ID = 'run_id'
const STEP = '_step'

const signature = (kind: ColumnKind | undefined): string => (kind === undefined ? '' : JSON.stringify(kind))

/** Folds the case of A to Z, as DuckDB does to compare names. */
export const foldCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Groups names that DuckDB considers equal. */
const byFolded = (names: Iterable<string>): ReadonlyMap<string, ReadonlyArray<string>> => {
  const groups = new Map<string, Array<string>>()
  for (const name of names) {
    const same = groups.get(foldCase(name))
    if (same === undefined) groups.set(foldCase(name), [name])
    else same.push(name)
  }
  return groups
}

const clash = (names: ReadonlyArray<string>): E.Either<DuckDbError, never> =>
  E.left(duckDbError({ _tag: 'NamesClash', names }))

const isConfused = ({ columns }: HistoryFile): boolean =>
  [...byFolded(columns.keys()).values()].some((same) => same.length > 1)

const groupsOf = (
  files: ReadonlyArray<HistoryFile>,
  apart: ReadonlyArray<string>,
  columns: ReadonlyArray<string>,
): ReadonlyArray<FileGroup> => {
  const groups = new Map<string, Array<HistoryFile>>()
  for (const file of files) {
    const own = isConfused(file) ? [file.path] : []
    const key = JSON.stringify([...own, ...apart.map((name) => signature(file.columns.get(name)))])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [file])
    else group.push(file)
  }
  return [...groups.values()].map((group) => {
    const kinds = new Map<string, ColumnKind>()
    for (const name of columns) {
      const kind = group.map((file) => file.columns.get(name)).find((found) => found !== undefined)
      if (kind !== undefined) kinds.set(name, kind)
    }
    const [first] = group
    const names = first !== undefined && isConfused(first) ? [...first.columns.keys()] : undefined
    return { files: group, kinds, positions: names && new Map(names.map((name, position) => [name, position])) }
  })
}

/**
 * Plans how to read files as one table. DuckDB combines columns whose names differ only in case, and may not find a common
 * type, so files that disagree about a column are read separately.
 */
export const historyPlan = (
  files: ReadonlyArray<HistoryFile>,
  keys: ReadonlyArray<string> | undefined,
): E.Either<DuckDbError, HistoryPlan> => {
  for (const { path, columns } of files)
    if (columns.get(STEP)?.is !== 'number')
      return E.left(duckDbError({ _tag: 'FileUnreadable', path, detail: 'it has no numeric column `_step`' }))
  const names = new Set(files.flatMap(({ columns }) => [...columns.keys()]))
  names.delete(STEP)
  const metrics = keys === undefined ? [...names] : [...new Set(keys)].filter((key) => names.has(key))
  const columns = [STEP, ...metrics]

  if (metrics.includes('')) return clash([''])
  for (const same of byFolded([RUN_ID, ...columns]).values()) if (same.length > 1) return clash(same)
  const chosen = new Set(columns)
  const rivals = [...byFolded([STEP, ...names]).values()].filter((same) => same.length > 1)
  const apart = new Set(rivals.filter((same) => same.some((name) => chosen.has(name))).flat())

  const asJson = new Set<string>()
  for (const name of columns) {
    const kinds = files.flatMap((file) => file.columns.get(name) ?? [])
    const differs = new Set(kinds.map(signature)).size > 1
    if (differs || kinds.some(({ is }) => is === 'json' || is === 'mixed')) asJson.add(name)
    if (differs) apart.add(name)
  }
  return E.right({ columns, asJson, groups: groupsOf(files, [...apart], columns) })
}
