import type { Exports } from '../parquet/exports.ts'
import type { UserRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'

export interface Context {
  readonly store: Store
  readonly viewer: UserRecord | undefined
  readonly maxPageSize: number
  readonly paging: 'key' | 'offset'
  /** The maximum size of a page of console lines. */
  readonly logPageBytes: number
  /** The origin of file URLs. */
  readonly origin: string
  /** The origin of exported history URLs. */
  readonly storageOrigin: string
  readonly exports: Exports
}

/** The resolvers of a type; `never` because each reads only the arguments of its own field. */
export type Resolvers<S> = Readonly<Record<string, (source: S, args: never, context: Context) => unknown>>
