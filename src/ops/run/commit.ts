import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the Git commit of the run's code.
 *
 * @param run - A run.
 * @returns The commit hash; `undefined` when none was recorded.
 * @example
 * ```ts
 * import { runCommit } from 'wandb-run-ops/ops'
 *
 * runCommit({ commit: '3f2a91c' }) // => '3f2a91c'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runCommit = (run: Pick<RunFields, 'commit'>): string | undefined => run.commit
