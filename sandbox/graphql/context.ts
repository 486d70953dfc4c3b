import type { UserRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'

export interface Context {
  readonly store: Store
  readonly viewer: UserRecord | undefined
  readonly maxPageSize: number
  readonly paging: 'key' | 'offset'
  /** The address that file URLs begin with. */
  readonly origin: string
}

/** Resolvers of one type; `never` because each reads only the arguments of its own field. */
export type Resolvers<S> = Readonly<Record<string, (source: S, args: never, context: Context) => unknown>>
