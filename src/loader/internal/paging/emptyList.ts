import type { Listed } from '../../list.ts'

/** A complete list without records. */
export const emptyList = <A>(): Listed<A> => ({
  items: [],
  totalCount: 0,
  failures: [],
  duplicates: 0,
  skipped: 0,
  complete: true,
  cursor: undefined,
})
