import { didYouMean } from '../types/wire/nearest.ts'
import { isObject, typeName } from '../types/wire/own.ts'
import type { Aggregate } from './Aggregate.ts'
import { invalidQuery } from './Filter.ts'
import { columnIssue, firstIssue, type QueryIssue, type QueryPath } from './filterIssue.ts'
import { isPlain } from './operand.ts'

/** Why data is not an order. */
export const orderIssue = (u: unknown, path: QueryPath): QueryIssue => {
  if (!Array.isArray(u)) return invalidQuery(path, `must be an order such as asc(column.createdAt), got ${typeName(u)}`)
  return firstIssue(u, (term: unknown, index) => {
    const here = [...path, index]
    if (!isObject(term)) return invalidQuery(here, `must be a column with a direction, got ${typeName(term)}`)
    return term['direction'] === 'asc' || term['direction'] === 'desc'
      ? columnIssue(term['column'], [...here, 'column'])
      : invalidQuery([...here, 'direction'], 'must be "asc" or "desc"')
  })
}

type Kind = 'column' | 'of' | 'plain' | 'quantile' | 'spread'

const kinds: Readonly<Record<Aggregate['_tag'], Kind>> = {
  ArgMax: 'of',
  ArgMin: 'of',
  Count: 'plain',
  First: 'column',
  Last: 'column',
  Max: 'column',
  Mean: 'column',
  Median: 'column',
  Min: 'column',
  Quantile: 'quantile',
  Stddev: 'spread',
  Sum: 'column',
  Variance: 'spread',
}

/** Why data is not an aggregate. */
export const aggregateIssue = (u: unknown, path: QueryPath): QueryIssue => {
  const tag = isObject(u) ? u['_tag'] : undefined
  if (!isObject(u) || typeof tag !== 'string' || !Object.hasOwn(kinds, tag))
    return invalidQuery(path, `must be an aggregate such as mean(column.summary('loss')), got ${typeName(u)}`)
  const kind = kinds[tag as Aggregate['_tag']]
  if (kind === 'plain' && (u['column'] === undefined || u['column'] === null)) return undefined
  const issue = columnIssue(u['column'], [...path, 'column'])
  if (issue !== undefined) return issue
  if (kind === 'of') return columnIssue(u['of'], [...path, 'of'])
  if (kind === 'quantile' && typeof u['q'] !== 'number')
    return invalidQuery([...path, 'q'], `must be a number from 0 to 1, got ${typeName(u['q'])}`)
  return kind === 'spread' && u['of'] !== 'sample' && u['of'] !== 'population'
    ? invalidQuery([...path, 'of'], 'must be "sample" or "population"')
    : undefined
}

/** Why data is not a dict of values by name. */
export const namedIssue = (
  u: unknown,
  path: QueryPath,
  issueOf: (value: unknown, path: QueryPath) => QueryIssue,
): QueryIssue =>
  isObject(u) && isPlain(u)
    ? firstIssue(Object.entries(u), ([name, value]) => issueOf(value, [...path, name]))
    : invalidQuery(path, `must be an object of values by name, got ${typeName(u)}`)

/** Why data is not a list of columns. */
export const columnsIssue = (u: unknown, path: QueryPath): QueryIssue =>
  Array.isArray(u)
    ? firstIssue(u, (column, index) => columnIssue(column, [...path, index]))
    : invalidQuery(path, `must be a list of columns, got ${typeName(u)}`)

/** Why data is not an object of these options. */
export const optionIssue = (u: unknown, names: ReadonlyArray<string>): QueryIssue => {
  if (!isObject(u) || !isPlain(u)) return invalidQuery(['query'], `must be an object of options, got ${typeName(u)}`)
  const unknown = Object.keys(u).find((name) => !names.includes(name))
  if (unknown === undefined) return undefined
  const hint = didYouMean(unknown, names) ?? `The options are ${names.join(', ')}.`
  return invalidQuery([unknown], `is not an option. ${hint}`)
}
