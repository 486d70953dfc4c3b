import type { RunFields } from '../../types/run/RunHeavy.ts'
import { dual } from '../dual.ts'

/**
 * Returns the tags of the run.
 *
 * @param run - A run.
 * @returns The tags in server order; empty when there are none.
 * @example
 * ```ts
 * import { runTags } from 'wandb-run-ops/ops'
 *
 * runTags({ tags: ['baseline', 'best'] }) // => ['baseline', 'best']
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runTags = (run: Pick<RunFields, 'tags'>): ReadonlyArray<string> => run.tags

/**
 * Returns whether the run has a tag.
 *
 * Case and spaces matter.
 *
 * @param run - A run.
 * @param tag - The exact tag.
 * @returns Whether the run has the tag.
 * @example
 * ```ts
 * import { runHasTag } from 'wandb-run-ops/ops'
 *
 * const runs = [{ tags: ['best'] }, { tags: [] }]
 *
 * runs.filter(runHasTag('best')) // => [{ tags: ['best'] }]
 * runHasTag({ tags: ['best'] }, 'Best') // => false
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runHasTag: {
  (run: Pick<RunFields, 'tags'>, tag: string): boolean
  (tag: string): (run: Pick<RunFields, 'tags'>) => boolean
} = /* @__PURE__ */ dual((run: Pick<RunFields, 'tags'>, tag: string): boolean => run.tags?.includes(tag))

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

/**
 * Returns the name of the machine that the run ran on.
 *
 * @param run - A run.
 * @returns The host name; `undefined` when none was recorded.
 * @example
 * ```ts
 * import { runHost } from 'wandb-run-ops/ops'
 *
 * runHost({ host: 'node-3' }) // => 'node-3'
 * ```
 * @category Run operations
 * @since 0.2.0
 */
export const runHost = (run: Pick<RunFields, 'host'>): string | undefined => run.host

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
