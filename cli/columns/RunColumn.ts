import type { RunLight } from '../../src/types/index.ts'
import type { Dict } from './fieldColumns.ts'

/** What a user asks of each run. */
export type RunColumn =
  /** A fact that every run has. */
  | { readonly _tag: 'Field'; readonly name: string; readonly read: (run: RunLight) => unknown }
  /** All entries of a dict: one column a key. */
  | { readonly _tag: 'All'; readonly dict: Dict }
  /** A value in a dict. Of a name with dots, the key that it is counts before the path that it may be. */
  | {
      readonly _tag: 'At'
      readonly name: string
      readonly dict: Dict
      readonly paths: ReadonlyArray<ReadonlyArray<string>>
    }
