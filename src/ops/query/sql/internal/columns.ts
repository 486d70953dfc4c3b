import type { Column } from '../../../../types/query/Column.ts'
import { type Field, fields } from './fields.ts'
import type { Place, Writer } from './Writer.ts'

/** A column as SQL: a field with a fixed type, or JSON of any type. */
export type SqlColumn = Field | { readonly type: 'json'; readonly sql: string }

const dicts = { Config: 'config', Summary: 'summary', SystemMetrics: 'system_metrics' } as const

const HISTORY =
  'is a history statistic, which is not in the table of runs: evaluate it in memory with matches, ordOf or ' +
  'aggregate, or log it to the summary'

/** Converts a column to SQL; columns that the table does not hold are refused. */
export const columnOf = (column: Column, path: Place, { engine, bind, refuse }: Writer): SqlColumn => {
  if (column._tag === 'History') return { sql: refuse(path, HISTORY), type: 'json' }
  if (column._tag === 'Field')
    return Object.hasOwn(fields, column.name)
      ? fields[column.name]
      : { sql: refuse(path, 'is not a run column'), type: 'json' }
  return { sql: engine.at(dicts[column._tag], column.path, bind), type: 'json' }
}
