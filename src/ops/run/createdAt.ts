import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the time the run was created.
 *
 * @param run - A run.
 * @returns The creation time.
 * @example
 * ```ts
 * import { runCreatedAt } from 'wandb-run-ops/ops'
 *
 * runCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runCreatedAt = (run: Pick<RunFields, 'createdAt'>): Date => run.createdAt
