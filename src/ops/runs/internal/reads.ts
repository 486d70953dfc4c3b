import type { Column } from '../../../types/query/Column.ts'
import { columnValue } from '../../query/columnValue.ts'

/** Reads a column without its type: the public signatures ensure that the runs have what the column reads. */
export const reads: (column: Column) => (run: unknown) => unknown = columnValue as never
