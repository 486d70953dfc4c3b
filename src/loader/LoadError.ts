import { explain } from './internal/explain.ts'
import type { LoadErrorReason } from './LoadErrorReason.ts'

/**
 * Why a load gave nothing: plain data, told apart by `_tag`, with one line for people in `message`.
 * It never holds the API key.
 *
 * @category Errors
 * @since 0.1.0
 */
export type LoadError = LoadErrorReason & {
  /** What happened and what to do next, in one line. */
  readonly message: string
}

/**
 * The error for a reason, with its message.
 *
 * @category Errors
 * @since 0.1.0
 */
export const loadError = (reason: LoadErrorReason): LoadError => Object.freeze({ ...reason, message: explain(reason) })
