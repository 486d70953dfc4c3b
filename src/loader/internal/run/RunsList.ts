import type { CheckedQuery } from './checkQuery.ts'

/** A list of runs on a server: what is asked of it, and of which project. */
export interface RunsList {
  readonly path: { readonly entity: string; readonly project: string }
  readonly query: CheckedQuery
}
