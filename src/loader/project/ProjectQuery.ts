import type { Filter } from '../../types/query/Filter.ts'

/**
 * The options of `loadProject`.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface ProjectQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The options of `countRunsByState` and `loadTagCounts`.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface RunCountsQuery extends ProjectQuery {
  /** Only runs that match: a `Filter`, or a MongoDB-style object as in `loadRuns`. */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
}
