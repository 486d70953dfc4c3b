import type { FieldType } from '../../src/query/Column.ts'
import type { RunLight } from '../../src/types/index.ts'
import type { DictName } from './dicts.ts'

/** A column of a table of runs. */
export type RunColumn =
  /** A field that every run has. */
  | {
      readonly _tag: 'Field'
      readonly name: string
      /** The type of its values. */
      readonly type: FieldType
      readonly read: (run: RunLight) => unknown
    }
  /** All entries of a dict, one column per key. */
  | { readonly _tag: 'All'; readonly dict: DictName }
  /** A value in a dict. */
  | {
      readonly _tag: 'At'
      readonly name: string
      readonly dict: DictName
      /** The keys of the dict that it may read. */
      readonly keys: ReadonlyArray<string>
      /** The dict and its keys, joined by dots. */
      readonly path: string
      readonly read: (run: RunLight) => unknown
    }

/** Returns the column name of a dict entry, as `--columns` accepts it: `config.lr`, `config["a.b"]`. */
export const columnName = (dict: string, key: string): string =>
  /^[^.,[\]"*\s][^.,[\]"]*$/.test(key) && key === key.trim() ? `${dict}.${key}` : `${dict}[${JSON.stringify(key)}]`
