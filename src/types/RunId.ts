import * as t from 'io-ts'

/**
 * Tells a run id from other strings.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunIdBrand {
  readonly RunId: unique symbol
}

/**
 * The short id of a run, as in its URL: `name` on the wire. Unique within a project.
 *
 * @category Model
 * @since 0.1.0
 */
export type RunId = t.Branded<string, RunIdBrand>

/**
 * Any string but the empty one.
 *
 * @category Codec
 * @since 0.1.0
 */
export const RunId: t.Type<RunId, string, unknown> = t.brand(t.string, (s): s is RunId => s.length > 0, 'RunId')
