import { isObject, typeName, type UnknownRecord } from '../types/wire/own.ts'
import { isColumn, isTime } from './Column.ts'
import { type InvalidQuery, invalidQuery } from './Filter.ts'
import { operandIssue } from './operand.ts'
import { isTimeUnit } from './time/calendar.ts'
import { timeZoneIssue } from './time/zone.ts'

/** What is wrong with a part of a query. */
export type QueryIssue = InvalidQuery | undefined

/** The path of a part of a query. */
export type QueryPath = ReadonlyArray<string | number>

/** Deeper than any real filter, and well within the stack. */
const MAX_DEPTH = 300

const MAX_KEYS = 100

/** The first issue of several parts. */
export const firstIssue = <A>(parts: ReadonlyArray<A>, issueOf: (part: A, index: number) => QueryIssue): QueryIssue => {
  // A copy has no holes, which iteration would skip.
  for (const [index, part] of [...parts].entries()) {
    const issue = issueOf(part, index)
    if (issue !== undefined) return issue
  }
  return undefined
}

const startOfIssue = ({ unit, of, zone }: UnknownRecord, path: QueryPath): QueryIssue => {
  if (!isTimeUnit(unit)) return invalidQuery([...path, 'unit'], 'must be "hour", "day", "week" or "month"')
  if (!isColumn(of) || of._tag !== 'Field' || !isTime(of))
    return invalidQuery([...path, 'of'], 'must be a column of times: column.createdAt or column.heartbeatAt')
  const issue = timeZoneIssue(zone)
  return issue === undefined ? undefined : invalidQuery([...path, 'zone'], issue)
}

/** Why a value is not a column. */
export const columnIssue = (u: unknown, path: QueryPath): QueryIssue => {
  if (isObject(u) && u['_tag'] === 'StartOf') return startOfIssue(u, path)
  if (!isColumn(u)) return invalidQuery(path, `must be a column such as column.config('lr'), got ${typeName(u)}`)
  return 'path' in u && u.path.length > MAX_KEYS ? invalidQuery(path, `has more than ${MAX_KEYS} keys`) : undefined
}

const valueIssue = (u: unknown, path: QueryPath): QueryIssue => {
  const issue = operandIssue(u)
  return issue === undefined ? undefined : invalidQuery(path, `is ${issue}`)
}

const leafIssue = (leaf: Readonly<Record<string, unknown>>, path: QueryPath): QueryIssue => {
  const must = (holds: boolean, name: string, what: string): QueryIssue =>
    holds ? undefined : invalidQuery([...path, name], `must be ${what}, got ${typeName(leaf[name])}`)
  switch (leaf['_tag']) {
    case 'Eq':
    case 'Gt':
    case 'Gte':
    case 'Lt':
    case 'Lte':
      return valueIssue(leaf['value'], [...path, 'value'])
    case 'In': {
      const values = leaf['values']
      return Array.isArray(values)
        ? firstIssue(values, (value, index) => valueIssue(value, [...path, 'values', index]))
        : must(false, 'values', 'a list')
    }
    case 'Exists':
      return undefined
    case 'Contains':
      return must(typeof leaf['text'] === 'string', 'text', 'a string')
    case 'Matches': {
      const pattern = leaf['pattern']
      const isPattern =
        isObject(pattern) && typeof pattern['source'] === 'string' && typeof pattern['flags'] === 'string'
      return must(isPattern, 'pattern', 'a regular expression')
    }
    default:
      return invalidQuery(path, 'must be a filter such as eq(column.state, "finished")')
  }
}

/** Why data is not a filter. */
export const filterIssue = (u: unknown, path: QueryPath, depth = 0): QueryIssue => {
  if (depth > MAX_DEPTH) return invalidQuery(path, 'is nested too deeply or contains itself')
  if (!isObject(u))
    return invalidQuery(path, `must be a filter such as eq(column.state, "finished"), got ${typeName(u)}`)
  switch (u['_tag']) {
    case 'And':
    case 'Or': {
      const filters = u['filters']
      return Array.isArray(filters)
        ? firstIssue(filters, (part, index) => filterIssue(part, [...path, 'filters', index], depth + 1))
        : invalidQuery([...path, 'filters'], `must be a list of filters, got ${typeName(filters)}`)
    }
    case 'Not':
      return filterIssue(u['filter'], [...path, 'filter'], depth + 1)
    default:
      return leafIssue(u, path) ?? columnIssue(u['column'], [...path, 'column'])
  }
}
