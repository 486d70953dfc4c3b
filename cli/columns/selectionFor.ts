import type { DefaultField } from '../../src/types/index.ts'
import { type DictName, dicts } from './dicts.ts'
import type { RunColumn } from './RunColumn.ts'

/** The fields and keys that a load requests. */
export interface Selection {
  readonly fields: ReadonlyArray<DefaultField>
  readonly keys: { readonly config?: ReadonlyArray<string>; readonly summary?: ReadonlyArray<string> }
}

/** Returns the top-level keys of a dict that the columns read; `undefined` for all. */
const keysOf = (columns: ReadonlyArray<RunColumn>, dict: DictName): ReadonlyArray<string> | undefined => {
  const keys = new Set<string>()
  for (const column of columns) {
    if (column._tag === 'Field' || column.dict !== dict) continue
    if (column._tag === 'All') return undefined
    for (const key of column.keys) keys.add(key)
  }
  return [...keys]
}

/** Returns the selection that loads exactly what the columns read. */
export const selectionFor = (columns: ReadonlyArray<RunColumn>): Selection => {
  const fields = dicts.filter((dict) => columns.some((column) => column._tag !== 'Field' && column.dict === dict))
  const keys = (dict: 'config' | 'summary') => {
    const known = fields.includes(dict) ? keysOf(columns, dict) : undefined
    return known === undefined ? {} : { [dict]: known }
  }
  return { fields, keys: { ...keys('config'), ...keys('summary') } }
}
