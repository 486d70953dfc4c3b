import type { Column } from './Column.ts'

/** Whether a column's values are moments. */
export const isTime = (column: Column): boolean =>
  column._tag === 'Field' && (column.name === 'createdAt' || column.name === 'heartbeatAt')
