/**
 * The ways to sort: `asc`, the smallest first, or `desc`, the largest first.
 *
 * @category Query
 * @since 0.1.0
 */
export type Direction = 'asc' | 'desc'
