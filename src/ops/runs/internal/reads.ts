import type { Column } from '../../../types/query/Column.ts'
import { columnValue } from '../../query/columnValue.ts'

/** How a column is read from a run, of which the public signatures have said that it has what the column reads. */
export const reads: (column: Column) => (run: unknown) => unknown = columnValue as never
