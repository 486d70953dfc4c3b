import * as t from 'io-ts'

/**
 * The state of a run: one of those that W&B documents, or any other string as the server sent it. `aborted` is an old word
 * for a run that ended.
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
  | 'aborted'
  | (string & {})

/**
 * Decodes any string, unchanged.
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
