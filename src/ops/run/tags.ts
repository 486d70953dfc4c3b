import type { RunFields } from '../../types/RunWith.ts'
import { dual } from '../internal/dual.ts'

/**
 * Gives the tags of the run.
 *
 * @param run - A run.
 * @returns The tags in the server's order; empty where there are none.
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
 * Tells whether the run carries a tag.
 *
 * Case and spaces count.
 *
 * @param run - A run.
 * @param tag - The whole tag.
 * @returns Whether the tag is among the run's tags.
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
