import type { Exports } from '../parquet/exports.ts'
import type { UserRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'

export interface Context {
  readonly store: Store
  readonly viewer: UserRecord | undefined
  readonly maxPageSize: number
  readonly paging: 'key' | 'offset'
  /** How many bytes of console lines a page holds at most. */
  readonly logPageBytes: number
  /** The address that file URLs begin with. */
  readonly origin: string
  /** The address that URLs of exported histories begin with. */
  readonly storageOrigin: string
  readonly exports: Exports
}

/** Resolvers of one type; `never` because each reads only the arguments of its own field. */
export type Resolvers<S> = Readonly<Record<string, (source: S, args: never, context: Context) => unknown>>
