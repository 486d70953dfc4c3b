import type { Listed } from '../../list.ts'

/** The whole of a list that nothing can be in, without asking for it. */
export const emptyList = <A>(): Listed<A> => ({
  items: [],
  totalCount: 0,
  failures: [],
  duplicates: 0,
  skipped: 0,
  complete: true,
  cursor: undefined,
})
