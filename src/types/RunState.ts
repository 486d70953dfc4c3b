import * as t from 'io-ts'

/**
 * What a run is doing: one of the states that W&B documents, or any other word as the server sent it.
 *
 * @category Model
 * @since 0.1.0
 */
export type RunState =
  | 'pending'
  | 'running'
  | 'finished'
  | 'failed'
  | 'crashed'
  | 'killed'
  | 'preempting'
  | 'preempted'
  | (string & {})

/**
 * Any string, as it came.
 *
 * @category Codec
 * @since 0.1.0
 */
export const RunState: t.Type<RunState, string, unknown> = new t.Type(
  'RunState',
  t.string.is,
  t.string.validate,
  t.identity,
)
