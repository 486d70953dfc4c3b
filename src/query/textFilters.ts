import type { RunFields } from '../types/run/RunHeavy.ts'
import type { Column } from './Column.ts'
import { column } from './columnBuilders.ts'
import { eq } from './compare.ts'
import type { Filter } from './Filter.ts'
import { patternOf } from './regex/Pattern.ts'

/**
 * Matches runs whose string in a column, or an element of whose list of strings, matches a regular expression.
 *
 * It is read as with the flag `u`: `.` is one code point. The flags `i`, `m` and `s` are respected. Lookahead,
 * lookbehind and backreferences can only be evaluated in memory.
 *
 * @param column - A column.
 * @param expression - A regular expression.
 * @example
 * ```ts
 * import { column, matchesPattern } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * matches({ config: { model: 'ResNet-50' } }, matchesPattern(column.config('model'), /^resnet/i)) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const matchesPattern = <A, R>(column: Column<A, R>, expression: RegExp): Filter<R> => ({
  _tag: 'Matches',
  column,
  pattern: patternOf(expression),
})

/**
 * Matches runs whose string in a column, or an element of whose list of strings, contains a substring. The
 * comparison is case-sensitive, and no character has a special meaning.
 *
 * @param column - A column.
 * @param text - The substring; every string contains the empty one.
 * @example
 * ```ts
 * import { column, contains } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * matches({ notes: 'lr=0.1 (warm)' }, contains(column.notes, '0.1 (')) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const contains = <A, R>(column: Column<A, R>, text: string): Filter<R> => ({ _tag: 'Contains', column, text })

/**
 * Matches runs that have a tag.
 *
 * @param tag - The exact tag.
 * @example
 * ```ts
 * import { hasTag } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * matches({ tags: ['best', 'v2'] }, hasTag('best')) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const hasTag = (tag: string): Filter<Pick<RunFields, 'tags'>> => eq(column.tags, tag)
