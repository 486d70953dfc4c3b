import type { RunLight } from '../../src/types/index.ts'
import type { DictName } from './fieldColumns.ts'

/** A column of a table of runs. */
export type RunColumn =
  /** A field that every run has. */
  | { readonly _tag: 'Field'; readonly name: string; readonly read: (run: RunLight) => unknown }
  /** All entries of a dict, one column per key. */
  | { readonly _tag: 'All'; readonly dict: DictName }
  /** A value in a dict. The first path that exists wins: `a.b` is first a key with a dot, then a nested key. */
  | {
      readonly _tag: 'At'
      readonly name: string
      readonly dict: DictName
      readonly paths: ReadonlyArray<ReadonlyArray<string>>
    }

/** Returns the column name of a dict entry, as `--columns` accepts it: `config.lr`, `config["a.b"]`. */
export const columnName = (dict: DictName, key: string): string =>
  /^[^.,[\]"*\s][^.,[\]"]*$/.test(key) && key === key.trim() ? `${dict}.${key}` : `${dict}[${JSON.stringify(key)}]`
