import * as E from 'fp-ts/lib/Either.js'
import { invalidOption } from '../../client/errors.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { type Column, columnLabel, isColumn } from '../../query/Column.ts'
import { columnRows } from '../../query/columnFields.ts'
import { columnIssue } from '../../query/filterIssue.ts'
import { didYouMean } from '../../types/wire/nearest.ts'
import { isObject, typeName } from '../../types/wire/own.ts'
import type { AskedColumn } from './TableColumns.ts'

const EXAMPLE = `an object such as { lr: 'config.lr' }, or an array such as ['config.lr', 'summary.loss']`

const refuse = (name: string, reason: string): E.Either<LoadError, never> =>
  E.left(invalidOption(`columns.${name.slice(0, 100)}`, reason))

/** Says what is wrong with a column that no load can read. */
const columnProblem = (column: Column): string | undefined => {
  switch (column._tag) {
    case 'Field':
      return columnRows.has(column.name)
        ? undefined
        : `reads ${JSON.stringify(column.name.slice(0, 100))}, which is not a field. ${
            didYouMean(column.name, columnRows.keys()) ?? `Expected one of ${[...columnRows.keys()].join(', ')}.`
          }`
    case 'History':
      return (
        `needs the history of every run: load runs with fields: ['history'] and make the table with runTable, ` +
        `or read a value that the run logged as its summary, such as summary.${column.key.slice(0, 40)}`
      )
    case 'StartOf':
      return undefined
    default:
      return column.path.length === 0 ? 'must name a key' : undefined
  }
}

/** The columns that a text or a column means. */
const readingsOf = async (name: string, given: unknown): Promise<E.Either<LoadError, ReadonlyArray<Column>>> => {
  if (typeof given === 'string') {
    // Imported lazily, because columns in TypeScript are usually data.
    const { columnReadings } = await import('../../query/parseColumn.ts')
    const read = columnReadings(given)
    return E.isRight(read) ? read : refuse(name, read.left.reason)
  }
  const issue = columnIssue(given, ['columns', name])
  if (issue !== undefined) return E.left(loadError(issue))
  return isColumn(given) ? E.right([given]) : E.right([])
}

const readColumn = async (name: string, given: unknown): Promise<E.Either<LoadError, AskedColumn>> => {
  const readings = await readingsOf(name, given)
  if (E.isLeft(readings)) return readings
  const [first] = readings.right
  const problem = first === undefined ? 'must be a column' : columnProblem(first)
  return problem === undefined ? E.right({ name, readings: readings.right }) : refuse(name, problem)
}

/** The names and columns that were given; `undefined` if that is neither an object nor an array of columns. */
const entriesOf = (given: unknown): ReadonlyArray<readonly [name: string, column: unknown]> | undefined => {
  if (Array.isArray(given))
    return [...given].map((one: unknown, index) => {
      const name = typeof one === 'string' ? one : isColumn(one) ? columnLabel(one) : String(index)
      return [name, one] as const
    })
  return isObject(given) && !isColumn(given) ? Object.entries(given) : undefined
}

/** Checks the columns of a load; `undefined` are all columns. */
export const readColumns = async (
  given: unknown,
): Promise<E.Either<LoadError, ReadonlyArray<AskedColumn> | undefined>> => {
  if (given === undefined) return E.right(undefined)
  const entries = entriesOf(given)
  if (entries === undefined) return E.left(invalidOption('columns', `must be ${EXAMPLE}, got ${typeName(given)}`))
  if (entries.length === 0) return E.left(invalidOption('columns', `must have a column: pass ${EXAMPLE}`))
  const columns = new Map<string, AskedColumn>()
  for (const [name, one] of entries) {
    if (columns.has(name)) return refuse(name, 'is there twice')
    const column = await readColumn(name, one)
    if (E.isLeft(column)) return column
    columns.set(name, column.right)
  }
  return E.right([...columns.values()])
}
