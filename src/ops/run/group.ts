import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the group of the run.
 *
 * @param run - A run.
 * @returns The group; `undefined` when the run is in none.
 * @example
 * ```ts
 * import { runGroup } from 'wandb-run-ops/ops'
 *
 * runGroup({ group: 'seed-sweep' }) // => 'seed-sweep'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runGroup = (run: Pick<RunFields, 'group'>): string | undefined => run.group
