/**
 * The options of `loadEntity` and `loadTeam`.
 *
 * @category People
 * @since 0.1.0
 */
export interface EntityQuery {
  /** The name; by default the client's entity, or else the API key's own. */
  readonly entity?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}
