import type { Filter } from '../../types/query/Filter.ts'

/**
 * Which project to load, and what to read of it.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface ProjectQuery {
  /** `entity/project`, `project` with the client's entity, or the project's URL; by default the client's project. */
  readonly project?: string | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Which runs of a project to count.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface RunCountsQuery extends ProjectQuery {
  /** Only runs that pass these filters: a `Filter`, or a MongoDB-style object as in `loadRuns`. */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
}
