import * as t from 'io-ts'

/**
 * The state of a sweep: one of those that W&B documents, or any other string as the server sent it.
 *
 * @category Model
 * @since 0.1.0
 */
export type SweepState = 'PENDING' | 'RUNNING' | 'PAUSED' | 'CANCELED' | 'FINISHED' | (string & {})

/**
 * Decodes any string, unchanged.
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
