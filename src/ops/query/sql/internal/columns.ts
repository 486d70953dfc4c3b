import type { Column } from '../../../../types/query/Column.ts'
import { type Field, fields } from './fields.ts'
import type { Place, Writer } from './Writer.ts'

/** A column as SQL: a fact of a type, or JSON that may be anything. */
export type SqlColumn = Field | { readonly type: 'json'; readonly sql: string }

const dicts = { Config: 'config', Summary: 'summary', SystemMetrics: 'system_metrics' } as const

const HISTORY =
  'is a figure of the history, which the table of runs does not hold: ask it in memory with matches, ordOf or ' +
  'aggregate, or log the figure into the summary'

/** A column as SQL; what the table does not hold is refused. */
export const columnOf = (column: Column, place: Place, { engine, bind, refuse }: Writer): SqlColumn => {
  if (column._tag === 'History') return { sql: refuse(place, HISTORY), type: 'json' }
  if (column._tag === 'Field')
    return Object.hasOwn(fields, column.name)
      ? fields[column.name]
      : { sql: refuse(place, 'is no column of runs'), type: 'json' }
  return { sql: engine.at(dicts[column._tag], column.path, bind), type: 'json' }
}
