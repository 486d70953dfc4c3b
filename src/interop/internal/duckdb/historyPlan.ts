import * as E from 'fp-ts/lib/Either.js'
import { type DuckDbError, duckDbError } from './DuckDbError.ts'
import type { FileSchema, Kind } from './fileSchemas.ts'

/** A file of a run. */
export interface RunFile extends FileSchema {
  readonly run: string
}

/** Files that are read alike, and how each column of the view is read from them; `undefined` where they have it not. */
export interface FileGroup {
  readonly files: ReadonlyArray<RunFile>
  /** Where each column stands in the one file of a group whose names DuckDB would confuse. */
  readonly places: ReadonlyMap<string, number> | undefined
  readonly kinds: ReadonlyMap<string, Kind>
}

/** What the view of a history is made of. */
export interface HistoryPlan {
  /** The names of the view's columns but for the run's. */
  readonly columns: ReadonlyArray<string>
  /** Those that have no type in common. */
  readonly asJson: ReadonlySet<string>
  readonly groups: ReadonlyArray<FileGroup>
}

/** The column of a view that says which run a row is of. */
export const RUN_ID = 'run_id'
const STEP = '_step'

const signature = (kind: Kind | undefined): string => (kind === undefined ? '' : JSON.stringify(kind))

/** A name as DuckDB compares it: without regard to the case of A to Z. */
export const folded = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Names that DuckDB takes for one, together. */
const byFolded = (names: Iterable<string>): ReadonlyMap<string, ReadonlyArray<string>> => {
  const groups = new Map<string, Array<string>>()
  for (const name of names) {
    const same = groups.get(folded(name))
    if (same === undefined) groups.set(folded(name), [name])
    else same.push(name)
  }
  return groups
}

const clash = (names: ReadonlyArray<string>): E.Either<DuckDbError, never> =>
  E.left(duckDbError({ _tag: 'NamesClash', names }))

const isConfused = ({ columns }: RunFile): boolean =>
  [...byFolded(columns.keys()).values()].some((same) => same.length > 1)

const groupsOf = (
  files: ReadonlyArray<RunFile>,
  apart: ReadonlyArray<string>,
  columns: ReadonlyArray<string>,
): ReadonlyArray<FileGroup> => {
  const groups = new Map<string, Array<RunFile>>()
  for (const file of files) {
    const own = isConfused(file) ? [file.path] : []
    const key = JSON.stringify([...own, ...apart.map((name) => signature(file.columns.get(name)))])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [file])
    else group.push(file)
  }
  return [...groups.values()].map((group) => {
    const kinds = new Map<string, Kind>()
    for (const name of columns) {
      const kind = group.map((file) => file.columns.get(name)).find((found) => found !== undefined)
      if (kind !== undefined) kinds.set(name, kind)
    }
    const [first] = group
    const names = first !== undefined && isConfused(first) ? [...first.columns.keys()] : undefined
    return { files: group, kinds, places: names && new Map(names.map((name, place) => [name, place])) }
  })
}

/**
 * How to read files as one table. DuckDB puts columns of several files together by names that differ in case alone, and
 * finds a type for them or none; so files that disagree about a column are read apart.
 */
export const historyPlan = (
  files: ReadonlyArray<RunFile>,
  keys: ReadonlyArray<string> | undefined,
): E.Either<DuckDbError, HistoryPlan> => {
  for (const { path, columns } of files)
    if (columns.get(STEP)?.is !== 'number')
      return E.left(duckDbError({ _tag: 'FileUnreadable', path, detail: 'it has no column `_step` of numbers' }))
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
