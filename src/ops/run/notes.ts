import type { RunFields } from '../../types/RunWith.ts'

/**
 * Gives the notes on the run's page.
 *
 * @param run - A run.
 * @returns The notes; `undefined` where there are none.
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
 * Gives the older free text that a run can have beside its notes.
 *
 * @param run - A run.
 * @returns The text; `undefined` where there is none.
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
