import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the name of the run as the web app shows it.
 *
 * This is the display name, or the run's id when it has none. Names are not unique: use {@link runId} to identify a
 * run.
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
 * Returns the display name of the run.
 *
 * {@link runName} falls back to the id when there is none.
 *
 * @param run - A run.
 * @returns The display name; `undefined` when there is none.
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
