import { explain } from './internal/explain.ts'
import type { LoadErrorReason } from './LoadErrorReason.ts'

/**
 * Why a load failed: plain data, discriminated by `_tag`, with a one-line `message`. It never contains the API key.
 *
 * @category Errors
 * @since 0.1.0
 */
export type LoadError = LoadErrorReason & {
  /** One line: what is wrong, and what to do next. */
  readonly message: string
}

/**
 * Creates an error from its reason, with the message for it.
 *
 * @param reason - The reason.
 * @returns The frozen error.
 * @category Errors
 * @since 0.1.0
 */
export const loadError = (reason: LoadErrorReason): LoadError => Object.freeze({ ...reason, message: explain(reason) })
