import { Query } from 'mingo'
import { isRecord, missing } from '../json/lookup.ts'
import { parseTime } from '../records/time.ts'
import { equalTest } from './equalTest.ts'
import { InvalidQuery } from './InvalidQuery.ts'
import { containsTest, regexTest, type TextTest } from './textTest.ts'

/** Returns the reader of a field; `undefined` if the server does not know it. */
export type Readers<T> = (
  path: string,
) => { readonly type: 'date' | 'other'; readonly read: (record: T) => unknown } | undefined

const GROUPS = new Set(['$and', '$or', '$nor'])
const OPERATORS = new Set([
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists', '$regex', '$options'],
  ...['$not', '$size', '$all', '$type', '$mod', '$elemMatch', '$contains'],
])

const ORDERED = new Set(['$gt', '$gte', '$lt', '$lte'])

const withoutNaN = (value: unknown): unknown => {
  if (Number.isNaN(value)) return missing
  return Array.isArray(value) ? value.filter((item) => !Number.isNaN(item)) : value
}

/**
 * Compiles a Mongo-style filter. Paths are read here and passed to mingo as flat columns, because keys of runs contain
 * dots and slashes. String tests become boolean columns, because mingo supports JavaScript's regular expressions only.
 */
export function compileFilter<T>(text: string | null | undefined, readers: Readers<T>): (record: T) => boolean {
  const filter = parseFilter(text)
  if (Object.keys(filter).length === 0) return () => true
  const columns = new Map<string, Column<T>>()
  const query = compile(rewrite(filter))

  function rewrite(criteria: Record<string, unknown>): Record<string, unknown> {
    return all(
      Object.entries(criteria).map(([key, value]) =>
        key.startsWith('$') ? { [key]: group(key, value) } : condition(key, value),
      ),
    )
  }

  function group(key: string, value: unknown): unknown[] {
    if (!GROUPS.has(key)) throw new InvalidQuery(`invalid filter: unknown operator ${key}`)
    if (!Array.isArray(value)) throw new InvalidQuery(`invalid filter: ${key} must be a list`)
    // Saved panels send null for a disabled condition.
    return value
      .filter((part) => part !== null)
      .map((part) => {
        if (!isRecord(part) || Array.isArray(part))
          throw new InvalidQuery(`invalid filter: ${key} must be a list of objects`)
        return rewrite(part)
      })
  }

  function columnOf(key: string, read: Column<T>['read']): string {
    const column = columns.get(key) ?? { name: `c${columns.size}`, read }
    columns.set(key, column)
    return column.name
  }

  function condition(path: string, value: unknown): Record<string, unknown> {
    const reader = readers(path)
    if (reader === undefined) throw new InvalidQuery(`invalid filter: unknown field ${path}`)
    const isDate = reader.type === 'date'
    const is = (operators: unknown): Record<string, unknown> => ({ [columnOf(path, reader.read)]: operators })
    const isTrue = (test: TextTest): Record<string, unknown> => ({
      [columnOf(`${columns.size} of ${path}`, (record) => test(reader.read(record)))]: true,
    })
    if (!isOperators(value)) return isRecord(value) ? isTrue(equalTest([value])) : is(scalar(value, isDate))
    const parts = Object.entries(value).flatMap(([key, item]) => {
      if (!OPERATORS.has(key)) throw new InvalidQuery(`invalid filter: unknown operator ${key}`)
      if (key === '$options') return []
      if (key === '$contains') return [isTrue(containsTest(item))]
      if (key === '$regex') return [isTrue(regexTest(item, value['$options']))]
      if (key !== '$not') {
        const asked = operand(key, item, isDate)
        const equals = key === '$in' || key === '$nin' ? asked : isRecord(item) ? [asked] : undefined
        if ((key === '$eq' || key === '$in') && Array.isArray(equals)) return [isTrue(equalTest(equals))]
        if ((key === '$ne' || key === '$nin') && Array.isArray(equals)) return [{ $nor: [isTrue(equalTest(equals))] }]
        // In mingo, NaN is equal to every number.
        if (ORDERED.has(key)) {
          const ordered = columnOf(`order of ${path}`, (record) => withoutNaN(reader.read(record)))
          return [{ [ordered]: { [key]: asked } }]
        }
        return [is({ [key]: asked })]
      }
      if (!isRecord(item) || Array.isArray(item)) throw new InvalidQuery('invalid filter: $not must be an object')
      return [{ $nor: [condition(path, item)] }]
    })
    return all(parts)
  }

  const list = [...columns.values()]
  return (record) => {
    const view: Record<string, unknown> = {}
    for (const { name, read } of list) {
      const value = read(record)
      if (value !== missing) view[name] = value
    }
    return query.test(view)
  }
}

interface Column<T> {
  readonly name: string
  readonly read: (record: T) => unknown
}

const all = (parts: readonly Record<string, unknown>[]): Record<string, unknown> => {
  const [only] = parts
  if (only === undefined) return {}
  return parts.length === 1 ? only : { $and: parts }
}

const isOperators = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && !Array.isArray(value) && Object.keys(value).some((key) => key.startsWith('$'))

function parseFilter(text: string | null | undefined): Record<string, unknown> {
  if (text === null || text === undefined || text === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new InvalidQuery('invalid filter: must be JSON')
  }
  if (value === null) return {}
  if (!isRecord(value) || Array.isArray(value)) throw new InvalidQuery('invalid filter: must be an object')
  return value
}

const scalar = (item: unknown, isDate: boolean): unknown => (isDate && typeof item === 'string' ? readDate(item) : item)

function operand(key: string, item: unknown, isDate: boolean): unknown {
  if (hasTextTest(item)) throw new InvalidQuery(`invalid filter: ${key} must not contain $regex or $contains`)
  if (key === '$in' || key === '$nin' || key === '$all') {
    if (!Array.isArray(item)) throw new InvalidQuery(`invalid filter: ${key} must be a list`)
    return item.map((each) => scalar(each, isDate))
  }
  return ['$exists', '$size', '$type', '$mod', '$elemMatch'].includes(key) ? item : scalar(item, isDate)
}

/** Mingo would interpret it as a JavaScript regular expression. */
const hasTextTest = (item: unknown): boolean =>
  isRecord(item) &&
  Object.entries(item).some(([key, inner]) => key === '$regex' || key === '$contains' || hasTextTest(inner))

function readDate(text: string): Date {
  const date = new Date(parseTime(text))
  if (Number.isNaN(date.getTime())) throw new InvalidQuery(`invalid filter: ${text} must be a time`)
  return date
}

function compile(criteria: Record<string, unknown>): Query {
  try {
    return new Query(criteria)
  } catch (error) {
    throw new InvalidQuery(`invalid filter: ${error instanceof Error ? error.message : 'cannot be parsed'}`)
  }
}
