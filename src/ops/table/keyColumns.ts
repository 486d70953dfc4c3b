import { keyCells } from '../../history/table/keyCells.ts'
import { type KeyDict, keyColumn } from '../../query/defaultColumns.ts'
import type { NamedColumn } from '../../query/RunTable.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import { getOwn, isObject, type UnknownRecord } from '../../types/wire/own.ts'

/** A run, or what there is of one. Its values are read as they are, whatever they are. */
export type PartialRun = { readonly [K in keyof RunLight | 'config' | 'summary']?: unknown }

/** The own keys of a dict; a dict that a codec decoded may be anything. */
export const dictOf = (run: PartialRun, { field }: KeyDict): UnknownRecord | undefined => {
  const dict = isObject(run) ? getOwn(run as UnknownRecord, field) : undefined
  return isObject(dict) && !(dict instanceof Date) ? dict : undefined
}

/** A column for each key that a dict of any run has, in order of first appearance. */
export const keyColumns = (runs: ReadonlyArray<PartialRun>, kind: KeyDict): ReadonlyArray<NamedColumn> => {
  const cells = keyCells({ capacity: runs.length })
  for (let row = 0; row < runs.length; row += 1) {
    const dict = dictOf(runs[row] as PartialRun, kind)
    if (dict !== undefined) cells.add(dict, row)
  }
  return cells.build(runs.length).map(({ key, column }) => keyColumn(kind, key, column))
}
