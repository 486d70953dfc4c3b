import type { Column } from './Column.ts'

/** Whether a column's values are times. */
export const isTime = (column: Column): boolean =>
  column._tag === 'Field' && (column.name === 'createdAt' || column.name === 'heartbeatAt')
