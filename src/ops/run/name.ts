import type { RunFields } from '../../types/RunWith.ts'

/**
 * Gives the name of the run as people see it.
 *
 * The display name; the run's id where there is no display name. Names are not unique: use {@link runId} to tell runs
 * apart.
 *
 * @param run - A run.
 * @returns The name, always a string.
 * @example
 * ```ts
 * import { runName } from 'wandb-run-ops/ops'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * const id = 'a1b2c3d4' as RunId
 *
 * runName({ displayName: 'swift-sun-1', id }) // => 'swift-sun-1'
 * runName({ displayName: undefined, id }) // => 'a1b2c3d4'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runName = (run: Pick<RunFields, 'displayName' | 'id'>): string => run.displayName ?? run.id

/**
 * Gives the display name of the run.
 *
 * {@link runName} falls back on the id where there is none.
 *
 * @param run - A run.
 * @returns The display name; `undefined` where there is none.
 * @example
 * ```ts
 * import { runDisplayName } from 'wandb-run-ops/ops'
 *
 * runDisplayName({ displayName: 'swift-sun-1' }) // => 'swift-sun-1'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runDisplayName = (run: Pick<RunFields, 'displayName'>): string | undefined => run.displayName
