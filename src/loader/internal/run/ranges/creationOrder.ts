import type { RunsList } from '../RunsList.ts'

/** The direction of a list that is ordered by creation time. */
export type CreationOrder = 'ascending' | 'descending'

export const creationOrder = ({ query }: RunsList): CreationOrder | undefined => {
  if (!/^[+-]created(_a|A)t$/.test(query.order)) return undefined
  return query.order.startsWith('-') ? 'descending' : 'ascending'
}
