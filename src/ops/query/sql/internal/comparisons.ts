import type { Comparison } from '../../../../types/query/Filter.ts'

export type Ordering = Exclude<Comparison['_tag'], 'Eq'>

interface Operator {
  readonly sign: string
  readonly holds: <A extends boolean | number | string>(one: A, other: A) => boolean
}

/** The ordering comparisons, in SQL and in memory. */
export const comparisons: Readonly<Record<Ordering, Operator>> = {
  Gt: { sign: '>', holds: (one, other) => one > other },
  Gte: { sign: '>=', holds: (one, other) => one >= other },
  Lt: { sign: '<', holds: (one, other) => one < other },
  Lte: { sign: '<=', holds: (one, other) => one <= other },
}
