import type { RunFields } from '../../types/RunWith.ts'

/**
 * Tells whether the key that loaded the run may only read it.
 *
 * @param run - A run.
 * @returns `true` where the run cannot be changed; `undefined` where the server does not tell.
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
