import type { Filter } from '../../types/query/Filter.ts'
import type { RunFields } from '../../types/RunWith.ts'
import { column } from './column.ts'
import { eq } from './compare.ts'

/**
 * Matches runs that have a tag.
 *
 * @param tag - The exact tag.
 * @example
 * ```ts
 * import { hasTag, matches } from 'wandb-run-ops/ops'
 *
 * matches({ tags: ['best', 'v2'] }, hasTag('best')) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const hasTag = (tag: string): Filter<Pick<RunFields, 'tags'>> => eq(column.tags, tag)
