import * as t from 'io-ts'

/**
 * What a sweep is doing: one of the states that W&B documents, or any other word as the server sent it.
 *
 * @category Model
 * @since 0.1.0
 */
export type SweepState = 'PENDING' | 'RUNNING' | 'PAUSED' | 'CANCELED' | 'FINISHED' | (string & {})

/**
 * Any string, as it came.
 *
 * @category Codec
 * @since 0.1.0
 */
export const SweepState: t.Type<SweepState, string, unknown> = new t.Type(
  'SweepState',
  t.string.is,
  t.string.validate,
  t.identity,
)
