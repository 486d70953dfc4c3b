/**
 * Which entity to load.
 *
 * @category People
 * @since 0.1.0
 */
export interface EntityQuery {
  /** Its name; by default the client's entity, and else the key's own. */
  readonly entity?: string | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
}
