import type { RunsList } from '../RunsList.ts'

/** Which way a list runs along the time line, where it does. */
export type CreationOrder = 'ascending' | 'descending'

export const creationOrder = ({ query }: RunsList): CreationOrder | undefined => {
  if (!/^[+-]created(_a|A)t$/.test(query.order)) return undefined
  return query.order.startsWith('-') ? 'descending' : 'ascending'
}
