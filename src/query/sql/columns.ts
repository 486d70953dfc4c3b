import { type Column, type FieldType, fieldType } from '../Column.ts'
import { type ColumnField, columnRows, type computedColumns } from '../columnFields.ts'
import type { QueryPath } from '../filterIssue.ts'
import { startOfSql } from './startOf.ts'
import type { SqlWriter } from './Writer.ts'

/** A run field as SQL over the table of runs. */
export interface SqlField {
  readonly sql: string
  readonly type: FieldType
  /** Whether the field can be NULL. */
  readonly isNullable: boolean
}

const computed: Readonly<Record<keyof typeof computedColumns, string>> = {
  name: 'coalesce(display_name, id)',
  runtime: '(greatest(0, coalesce(heartbeat_at, created_at) - created_at) / 1000)',
}

/** The fields of a run as SQL, by name. */
export const sqlFields = Object.fromEntries(
  [...columnRows].map(([name, { kind, required, sql }]) => [
    name,
    {
      sql: sql ?? computed[name as keyof typeof computed],
      type: fieldType({ _tag: 'Field', name: name as ColumnField }) as FieldType,
      // An unknown user has no username.
      isNullable: !required || kind === 'user',
    },
  ]),
) as Readonly<Record<ColumnField, SqlField>>

/** A column as SQL: a field with a fixed type, or JSON of any type. */
export type SqlColumn = SqlField | { readonly type: 'json'; readonly sql: string }

const dicts = { Config: 'config', Summary: 'summary', SystemMetrics: 'system_metrics' } as const

const HISTORY =
  'is a history statistic, which is not in the table of runs: evaluate it in memory with matches, ordOf or ' +
  'aggregate, or log it to the summary'

/** Converts a column to SQL; columns that the table does not hold are refused. */
export const sqlColumn = (column: Column, path: QueryPath, { engine, bind, refuse }: SqlWriter): SqlColumn => {
  if (column._tag === 'History') return { sql: refuse(path, HISTORY), type: 'json' }
  if (column._tag === 'Field')
    return Object.hasOwn(sqlFields, column.name)
      ? sqlFields[column.name]
      : { sql: refuse(path, 'is not a run column'), type: 'json' }
  if (column._tag === 'StartOf') {
    const of = sqlFields[column.of.name]
    return { ...of, sql: startOfSql(of.sql, column, { engine, bind }) }
  }
  const issue = engine.pathIssue(column.path)
  return {
    sql: issue === undefined ? engine.at(dicts[column._tag], column.path, bind) : refuse(path, issue),
    type: 'json',
  }
}

/** Whether JSON is present, and neither null nor NaN. */
export const jsonHasValue = (json: string, { engine }: SqlWriter): string =>
  `coalesce(${engine.raw(json)} NOT IN ('null', '"NaN"'), FALSE)`
