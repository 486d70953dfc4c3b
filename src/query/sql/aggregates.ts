import { isNone } from '../../types/wire/own.ts'
import type { Aggregate } from '../Aggregate.ts'
import type { QueryPath } from '../filterIssue.ts'
import { jsonHasValue, type SqlColumn, sqlColumn } from './columns.ts'
import type { SqlWriter } from './Writer.ts'

/** A column's value as a typed cell: JSON where it may have any type, NULL when it is missing. */
export const cellSql = ({ type, sql }: SqlColumn, { engine }: SqlWriter): string =>
  type === 'json' ? engine.raw(sql) : type === 'list' ? engine.listJson(sql) : sql

/** The number in a column, except NaN; `undefined` for a column that cannot contain numbers. */
const numberOf = ({ type, sql }: SqlColumn, writer: SqlWriter): string | undefined =>
  type === 'json' ? writer.engine.number(sql) : type === 'number' ? writer.engine.float(sql) : undefined

const hasValue = ({ type, sql }: SqlColumn, writer: SqlWriter): string =>
  type === 'json' ? jsonHasValue(sql, writer) : `${sql} IS NOT NULL`

/** The aggregates of whose numbers sums are made, which overflow for the largest ones. */
interface Summed {
  readonly compute: (number: string) => string
  /** How much smaller the numbers are made then, as a power of two, so that scaling is exact. */
  readonly exponent: number
  /** The power of the numbers in the aggregate. */
  readonly degree: 1 | 2
}

/** An aggregate, computed of smaller numbers where it is not finite. */
const withoutOverflow = (number: string, { compute, exponent, degree }: Summed, { engine }: SqlWriter): string => {
  const plain = compute(number)
  const scaled = compute(engine.scaled(number, 2 ** -exponent)) + ` * ${2 ** exponent}`.repeat(degree)
  return `CASE WHEN isFinite(${plain}) THEN ${plain} ELSE ${scaled} END`
}

type AggregateTag = Extract<Aggregate, { readonly column: unknown }>['_tag']

const simple: Partial<Readonly<Record<AggregateTag, string>>> = { Min: 'min', Max: 'max' }

// Aggregates of NULLs, so that the query returns one row for all runs: NULL and 0.
const EMPTY = 'max(NULL)'
const ZERO = 'count(NULL)'

/** Converts an aggregate to SQL over a group of runs. */
export const aggregateSql = (aggregate: Aggregate, path: QueryPath, writer: SqlWriter): string => {
  const { _tag } = aggregate
  const { engine } = writer
  if (_tag === 'Count' && isNone(aggregate.column)) return 'count(*)'
  const columnAt = (column: NonNullable<typeof aggregate.column>, name: string) =>
    sqlColumn(column, [...path, name], writer)
  const column = columnAt(aggregate.column as NonNullable<typeof aggregate.column>, 'column')
  const number = numberOf(column, writer)
  switch (_tag) {
    case 'Count':
      return `count(CASE WHEN ${hasValue(column, writer)} THEN 1 END)`
    case 'First':
    case 'Last':
      return engine.extreme(_tag === 'First', cellSql(column, writer), 'position', hasValue(column, writer))
    case 'Min':
    case 'Max':
      if (column.type === 'time') return `${simple[_tag]}(${engine.nullable(column.sql)})`
      break
    default:
  }
  if (number === undefined) return _tag === 'Sum' ? ZERO : EMPTY
  const summed = (how: Summed): string => withoutOverflow(number, how, writer)
  switch (_tag) {
    case 'Sum':
      return `coalesce(${summed({ compute: (one) => `sum(${one})`, exponent: 64, degree: 1 })}, 0)`
    case 'Mean':
      return summed({ compute: (one) => `avg(${one})`, exponent: 64, degree: 1 })
    case 'Median':
      return engine.quantile(number, 0.5)
    case 'Quantile':
      return aggregate.q >= 0 && aggregate.q <= 1 ? engine.quantile(number, aggregate.q) : EMPTY
    case 'Variance':
      return summed({ compute: (one) => engine.variance(one, aggregate.of === 'sample'), exponent: 600, degree: 2 })
    case 'Stddev':
      return summed({ compute: (one) => engine.stddev(one, aggregate.of === 'sample'), exponent: 600, degree: 1 })
    case 'ArgMin':
    case 'ArgMax': {
      const isMin = _tag === 'ArgMin'
      // Ties go to the first run.
      const key = `(${number}, ${isMin ? '' : '-'}position)`
      return engine.extreme(isMin, cellSql(columnAt(aggregate.of, 'of'), writer), key, `${number} IS NOT NULL`)
    }
    default:
      return `${simple[_tag]}(${number})`
  }
}
