import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns whether the run is read-only for the API key that loaded it.
 *
 * @param run - A run.
 * @returns `true` when the run cannot be changed; `undefined` when the server does not report it.
 * @example
 * ```ts
 * import { runReadOnly } from 'wandb-run-ops/ops'
 *
 * runReadOnly({ readOnly: true }) // => true
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runReadOnly = (run: Pick<RunFields, 'readOnly'>): boolean | undefined => run.readOnly
