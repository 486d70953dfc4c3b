import { parseTime } from '../../../../types/codec/parseTime.ts'
import type { Comparison, Filter } from '../../../../types/query/Filter.ts'
import type { Operand } from '../../../../types/query/Operand.ts'
import { columnOf, type SqlColumn } from './columns.ts'
import { comparisons, type Ordering } from './comparisons.ts'
import type { Field } from './fields.ts'
import { jsonCompares, jsonEquals, jsonTextHolds } from './jsonCondition.ts'
import { patternTest } from './patternTest.ts'
import { type TextTest, textCompares, textContains } from './textTest.ts'
import type { Place, Writer } from './Writer.ts'

const FALSE = 'FALSE'

const anyOf = (conditions: ReadonlyArray<string>): string =>
  conditions.length === 0 ? FALSE : conditions.length === 1 ? conditions.join() : `(${conditions.join(' OR ')})`

/** Turns NULL into FALSE. */
const neverNull = ({ isNullable }: Field, condition: string): string =>
  isNullable ? `coalesce(${condition}, FALSE)` : condition

/** Converts an operand to the field's type; `undefined` when it is of another type. */
const inField = ({ type }: Field, value: Operand): boolean | number | string | undefined => {
  if (type === 'time') return typeof value === 'string' ? parseTime(value)?.getTime() : undefined
  if (type === 'number') return typeof value === 'number' && !Number.isNaN(value) ? value : undefined
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined
  return typeof value === 'string' ? value : undefined
}

const fieldEquals = (field: Field, values: ReadonlyArray<Operand>, { engine, bind }: Writer): string => {
  const isList = field.type === 'texts'
  const lists = values.filter((value) => isList && Array.isArray(value) && value.every((v) => typeof v === 'string'))
  const bound = values
    .map((value) => inField(field, value))
    .filter((value) => value !== undefined && (typeof value !== 'number' || Number.isFinite(value)))
    .map((value) => bind(value as number))
  const equal = bound.length === 1 ? ` = ${bound.join()}` : ` IN (${bound.join(', ')})`
  return anyOf([
    ...(field.isNullable && values.includes(null) ? [`${field.sql} IS NULL`] : []),
    ...(bound.length === 0 ? [] : [isList ? engine.hasAny(field.sql, bound) : neverNull(field, field.sql + equal)]),
    ...(lists as ReadonlyArray<ReadonlyArray<string>>).map((list) =>
      list.length === 0 ? `length(${field.sql}) = 0` : `${field.sql} = [${list.map((text) => bind(text)).join(', ')}]`,
    ),
  ])
}

const fieldTextHolds = (field: Field, { sql }: TextTest, { engine }: Writer): string => {
  if (field.type === 'texts') return engine.someOf(field.sql, sql('x'))
  return field.type === 'text' ? neverNull(field, sql(field.sql)) : FALSE
}

const fieldCompares = (field: Field, ordering: Ordering, value: Operand, writer: Writer): string => {
  const operand = inField(field, value)
  if (operand === undefined) return FALSE
  if (typeof operand === 'string') return fieldTextHolds(field, textCompares(ordering, operand, writer), writer)
  const { sign, holds } = comparisons[ordering]
  if (typeof operand !== 'number' || Number.isFinite(operand))
    return neverNull(field, `${field.sql} ${sign} ${writer.bind(operand)}`)
  return !holds(0, operand) ? FALSE : field.isNullable ? `${field.sql} IS NOT NULL` : 'TRUE'
}

const equals = (column: SqlColumn, values: ReadonlyArray<Operand>, writer: Writer): string =>
  column.type === 'json' ? jsonEquals(column.sql, values, writer) : fieldEquals(column, values, writer)

const textHolds = (column: SqlColumn, test: TextTest, writer: Writer): string =>
  column.type === 'json' ? jsonTextHolds(column.sql, test, writer) : fieldTextHolds(column, test, writer)

const exists = (column: SqlColumn, { engine }: Writer): string =>
  column.type === 'json' ? engine.exists(column.sql) : column.isNullable ? `${column.sql} IS NOT NULL` : 'TRUE'

const compares = (column: SqlColumn, { _tag, value }: Comparison, writer: Writer): string => {
  if (_tag === 'Eq') return equals(column, [value], writer)
  return column.type === 'json'
    ? jsonCompares(column.sql, _tag, value, writer)
    : fieldCompares(column, _tag, value, writer)
}

/** Converts a filter to a condition that is TRUE or FALSE, in parentheses when it has several parts. */
export const conditionOf = (filter: Filter, path: Place, writer: Writer): string => {
  switch (filter._tag) {
    case 'And':
    case 'Or': {
      const parts = filter.filters.map((part, index) => conditionOf(part, [...path, 'filters', index], writer))
      if (parts.length < 2) return parts[0] ?? (filter._tag === 'And' ? 'TRUE' : FALSE)
      return `(${parts.join(filter._tag === 'And' ? ' AND ' : ' OR ')})`
    }
    case 'Not':
      return `(NOT ${conditionOf(filter.filter, [...path, 'filter'], writer)})`
    default: {
      const column = columnOf(filter.column, [...path, 'column'], writer)
      switch (filter._tag) {
        case 'Exists':
          return exists(column, writer)
        case 'In':
          return equals(column, filter.values, writer)
        case 'Contains':
          return textHolds(column, textContains(filter.text, writer), writer)
        case 'Matches':
          return textHolds(column, patternTest(filter.pattern, [...path, 'pattern'], writer), writer)
        default:
          return compares(column, filter, writer)
      }
    }
  }
}
