import { didYouMean } from '../types/wire/nearest.ts'
import { isObject, typeName, type UnknownRecord } from '../types/wire/own.ts'
import { invalidQuery } from './Filter.ts'
import { columnIssue, filterIssue, firstIssue, type QueryIssue, type QueryPath } from './filterIssue.ts'
import { aggregateIssue, namedIssue, optionIssue, orderIssue } from './queryIssues.ts'
import type { Relation } from './Relation.ts'

/** The options of a relation, each with the check of its value. */
const checks: { readonly [K in keyof Relation]-?: (value: unknown, path: QueryPath) => QueryIssue } = {
  source: (value, path) =>
    typeof value === 'string' && value !== '' && !value.includes('\0')
      ? undefined
      : invalidQuery(path, 'must be a non-empty name without NUL'),
  filter: filterIssue,
  order: orderIssue,
  columns: (value, path) => namedIssue(value, path, columnIssue),
  groupBy: (value, path) => namedIssue(value, path, columnIssue),
  aggregates: (value, path) => namedIssue(value, path, aggregateIssue),
  sort: (value, path) => sortIssue(value, path),
  limit: (value, path) =>
    Number.isSafeInteger(value) && Number(value) >= 0
      ? undefined
      : invalidQuery(path, 'must be a non-negative integer'),
}

const sortIssue = (u: unknown, path: QueryPath): QueryIssue => {
  if (!Array.isArray(u))
    return invalidQuery(path, `must be a list such as [{ by: 'loss', direction: 'asc' }], got ${typeName(u)}`)
  return firstIssue(u, (row: unknown, index) => {
    const here = [...path, index]
    if (!isObject(row)) return invalidQuery(here, `must be an object with by and direction, got ${typeName(row)}`)
    if (typeof row['by'] !== 'string')
      return invalidQuery([...here, 'by'], `must be the name of a column of the answer, got ${typeName(row['by'])}`)
    return row['direction'] === 'asc' || row['direction'] === 'desc'
      ? undefined
      : invalidQuery([...here, 'direction'], 'must be "asc" or "desc"')
  })
}

/** Whether a relation has a row for each run, rather than for each group of runs or for all of them. */
export const isOfRuns = ({ groupBy, aggregates }: Relation): boolean =>
  groupBy === undefined && aggregates === undefined

/** The names of the columns of the answer to a relation, in order. */
export const answerNames = (relation: Relation): ReadonlyArray<string> => {
  const { columns, groupBy = {}, aggregates = {} } = relation
  return isOfRuns(relation)
    ? Object.keys(columns ?? { id: undefined })
    : [...Object.keys(groupBy), ...Object.keys(aggregates)]
}

/** Why the parts of a relation, each of which is valid, do not go together. */
const togetherIssue = (relation: Relation): QueryIssue => {
  const { columns, groupBy = {}, aggregates = {}, sort = [] } = relation
  if (columns !== undefined && !isOfRuns(relation))
    return invalidQuery(['columns'], 'cannot be combined with groupBy or aggregates')
  const twice = Object.keys(aggregates).find((name) => Object.hasOwn(groupBy, name))
  if (twice !== undefined)
    return invalidQuery(['aggregates', twice], 'is also the name of a group key: choose another name')
  const names = answerNames(relation)
  if (names.length === 0)
    return invalidQuery([isOfRuns(relation) ? 'columns' : 'aggregates'], 'must name at least one column')
  return firstIssue(sort, ({ by }, index) => {
    if (names.includes(by)) return undefined
    const hint = didYouMean(by, names) ?? `The columns are ${names.join(', ').slice(0, 200)}.`
    return invalidQuery(
      ['sort', index, 'by'],
      `is ${JSON.stringify(by.slice(0, 50))}, not a column of the answer. ${hint}`,
    )
  })
}

/** Why data is not a relation. */
export const relationIssue = (u: unknown): QueryIssue => {
  const unknown = optionIssue(u, Object.keys(checks))
  if (unknown !== undefined) return unknown
  const given = Object.entries(checks) as ReadonlyArray<[string, (value: unknown, path: QueryPath) => QueryIssue]>
  return (
    firstIssue(given, ([name, issueOf]) => {
      const value = (u as UnknownRecord)[name]
      return value === undefined ? undefined : issueOf(value, [name])
    }) ?? togetherIssue(u as Relation)
  )
}
