import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { parseTime } from '../../types/wire/time.ts'
import { type Column, isTime } from '../Column.ts'
import { combineFilters, negateFilter } from '../combine.ts'
import type { Filter, Operand } from '../Filter.ts'
import { fromRe2, type Pattern } from '../regex/Pattern.ts'
import { fieldOperandIssue, sentOperandIssue } from './wireNames.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const HOUR = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}$/
const MINUTE = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}$/

const completeTime = (text: string): string => {
  if (DAY.test(text)) return `${text}T00:00:00`
  if (HOUR.test(text)) return `${text}:00:00`
  return MINUTE.test(text) ? `${text}:00` : text
}

/** Parses a time in a filter to ISO format. Omitted trailing parts are zero, and the time zone is UTC. */
const toIsoTime = (u: unknown): string | undefined => {
  const text = typeof u === 'string' ? parseTime(completeTime(u))?.toISOString() : undefined
  // The server accepts four-digit years only.
  return text?.length === 24 ? text : undefined
}

/** A condition on a column, or why it is invalid. */
type Read = E.Either<string, Filter>

/** Parses the operand of an operator. */
type Reader = (column: Column, operand: unknown, options: string) => Read

const readOperand = (column: Column, u: unknown): E.Either<string, Operand> => {
  const issue = sentOperandIssue(u)
  if (issue !== undefined) return E.left(`is ${issue}`)
  const useless = fieldOperandIssue(column, u)
  if (useless !== undefined) return E.left(`is ${useless}`)
  if (u === null || !isTime(column)) return E.right(u as Operand)
  const time = toIsoTime(u)
  return time === undefined ? E.left('must be a time such as "2026-11-21T10:00:00Z", or null') : E.right(time)
}

const readOperands = (column: Column, u: unknown): E.Either<string, ReadonlyArray<Operand>> =>
  Array.isArray(u)
    ? pipe(
        [...u],
        E.traverseArray((item) => readOperand(column, item)),
        E.mapLeft((issue) => `has an element that ${issue}`),
      )
    : E.left('must be a list')

/** Equality, with `$eq` or without an operator. */
export const readEqual: Reader = (column, operand) =>
  E.map((value: Operand): Filter => ({ _tag: 'Eq', column, value }))(readOperand(column, operand))

const readOrdered =
  (_tag: 'Gt' | 'Gte' | 'Lt' | 'Lte'): Reader =>
  (column, operand) =>
    E.chain((value: Operand): Read => {
      if (value === null && isTime(column)) return E.left('must be a time such as "2026-11-21T10:00:00Z"')
      return typeof value === 'object'
        ? E.left('must be a number, a string, true or false')
        : E.right({ _tag, column, value })
    })(readOperand(column, operand))

const readIn: Reader = (column, operand) =>
  E.map((values: ReadonlyArray<Operand>): Filter => ({ _tag: 'In', column, values }))(readOperands(column, operand))

const readAll: Reader = (column, operand) =>
  E.map((values: ReadonlyArray<Operand>): Filter => {
    const filters = values.map((value): Filter => ({ _tag: 'Eq', column, value }))
    // On the server, `$all` of an empty list matches nothing.
    return combineFilters(filters.length === 0 ? 'Or' : 'And', filters)
  })(readOperands(column, operand))

const readExists: Reader = (column, operand) => {
  if (typeof operand !== 'boolean') return E.left('must be true or false')
  const exists: Filter = { _tag: 'Exists', column }
  return E.right(operand ? exists : negateFilter(exists))
}

const readContains: Reader = (column, operand) =>
  typeof operand === 'string' ? E.right({ _tag: 'Contains', column, text: operand }) : E.left('must be a string')

/** Flags may be given in the expression and in `$options`. */
const readRegex: Reader = (column, operand, options) => {
  if (typeof operand !== 'string') return E.left('must be a regular expression as a string, such as "^resnet"')
  const [leading = '', inside = ''] = /^\(\?([ims]+)\)/.exec(operand) ?? []
  const flags = [...new Set(inside + options)].join('')
  const text = `${flags === '' ? '' : `(?${flags})`}${operand.slice(leading.length)}`
  return E.bimap(
    (reason: string) => `is a regular expression that ${reason}`,
    (pattern: Pattern): Filter => ({ _tag: 'Matches', column, pattern }),
  )(fromRe2(text))
}

const negated =
  (reader: Reader): Reader =>
  (column, operand, options) =>
    E.map(negateFilter)(reader(column, operand, options))

/** The operators on a field, except for `$not` and `$options`. */
export const operatorReaders: ReadonlyMap<string, Reader> = new Map([
  ['$eq', readEqual],
  ['$ne', negated(readEqual)],
  ['$gt', readOrdered('Gt')],
  ['$gte', readOrdered('Gte')],
  ['$lt', readOrdered('Lt')],
  ['$lte', readOrdered('Lte')],
  ['$in', readIn],
  ['$nin', negated(readIn)],
  ['$all', readAll],
  ['$exists', readExists],
  ['$contains', readContains],
  ['$regex', readRegex],
])
