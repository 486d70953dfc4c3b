import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the notes on the run's page.
 *
 * @param run - A run.
 * @returns The notes; `undefined` when there are none.
 * @example
 * ```ts
 * import { runNotes } from 'wandb-run-ops/ops'
 *
 * runNotes({ notes: 'try a larger batch' }) // => 'try a larger batch'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runNotes = (run: Pick<RunFields, 'notes'>): string | undefined => run.notes

/**
 * Returns the run's description, an older free-text field that exists alongside the notes.
 *
 * @param run - A run.
 * @returns The description; `undefined` when there is none.
 * @example
 * ```ts
 * import { runDescription } from 'wandb-run-ops/ops'
 *
 * runDescription({ description: 'baseline' }) // => 'baseline'
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runDescription = (run: Pick<RunFields, 'description'>): string | undefined => run.description
