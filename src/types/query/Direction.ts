/**
 * The sort direction: `asc`, smallest first, or `desc`, largest first.
 *
 * @category Query
 * @since 0.1.0
 */
export type Direction = 'asc' | 'desc'
