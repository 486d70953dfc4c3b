import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the job type of the run, such as `train` or `eval`.
 *
 * @param run - A run.
 * @returns The job type; `undefined` when none was set.
 * @example
 * ```ts
 * import { runJobType } from 'wandb-run-ops/ops'
 *
 * runJobType({ jobType: 'train' }) // => 'train'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runJobType = (run: Pick<RunFields, 'jobType'>): string | undefined => run.jobType
