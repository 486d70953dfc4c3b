import type { Column } from '../../query/Column.ts'
import { keyDicts, keyName, keySource, lightColumns } from '../../query/defaultColumns.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import { setOwn } from '../../types/wire/own.ts'
import { dictOf, type PartialRun } from './keyColumns.ts'

/** A column of runs with their light fields, config and summary. */
type AnyColumn = Column<unknown, RunLight & { readonly config: unknown; readonly summary: unknown }>

/**
 * Returns the columns that {@link runTable} makes of runs by default, by name: the light fields, then `config.<key>` and
 * `summary.<key>` for each key of any run, in order of first appearance.
 *
 * @param runs - The runs.
 * @returns A new object, to choose columns from or to add some to.
 * @example
 * ```ts
 * import { columnsOf } from 'wandb-run-ops/ops'
 *
 * const columns = columnsOf([{ config: { lr: 0.1 } }, { config: { 'optimizer.name': 'adam' } }])
 *
 * Object.keys(columns).slice(-2) // => ['config.lr', 'config.optimizer.name']
 * columns['config.optimizer.name'] // => { _tag: 'Config', path: ['optimizer.name'] }
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const columnsOf = (runs: ReadonlyArray<PartialRun>): Record<string, AnyColumn> => {
  const columns: Record<string, AnyColumn> = { ...lightColumns() }
  for (const kind of keyDicts) {
    const keys = new Set<string>()
    for (const run of runs) for (const key of Object.keys(dictOf(run, kind) ?? {})) keys.add(key)
    for (const key of keys) setOwn(columns, keyName(kind, key), keySource(kind, key))
  }
  return columns
}
