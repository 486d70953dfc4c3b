import type { CheckedQuery } from './checkQuery.ts'

/** A list of runs on a server: a project and a query. */
export interface RunsList {
  readonly path: { readonly entity: string; readonly project: string }
  readonly query: CheckedQuery
}
