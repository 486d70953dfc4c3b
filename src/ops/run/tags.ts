import type { RunFields } from '../../types/RunWith.ts'
import { dual } from '../internal/dual.ts'

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
} = /* @__PURE__ */ dual((run: Pick<RunFields, 'tags'>, tag: string): boolean => run.tags.includes(tag))
