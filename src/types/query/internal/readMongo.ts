import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../codec/isObject.ts'
import { typeName } from '../../codec/typeName.ts'
import type { Column } from '../Column.ts'
import type { Filter } from '../Filter.ts'
import { type InvalidQuery, invalidQuery } from '../InvalidQuery.ts'
import { columnNamed } from '../wireColumn.ts'
import { combination, negation } from './combination.ts'
import { readEqual, readers } from './readOperator.ts'

type Read = E.Either<InvalidQuery, Filter>

type Path = ReadonlyArray<string | number>

/**
 * `filter` parses a filter for records; `check` validates one for the server, which supports more.
 */
export type Purpose = 'check' | 'filter'

const MAX_DEPTH = 300

/** Server operators without an equivalent in our filters. */
const SERVER_ONLY = new Set(['$elemMatch', '$mod', '$size', '$type'])

const KNOWN = ['$and', '$or', '$nor', '$not', ...readers.keys(), '$options'].join(', ')

/** Stands in for a column that only the server has, when the parsed filter is discarded. */
const SERVER_COLUMN: Column = { _tag: 'SystemMetrics', path: [] }

/** Matches every run. */
const matchAll: Filter = { _tag: 'And', filters: [] }

const refuse = (path: Path, reason: string): E.Either<InvalidQuery, never> => E.left(invalidQuery(path, reason))

const collect = <A>(_tag: 'And' | 'Or', items: ReadonlyArray<A>, read: (item: A, index: number) => Read): Read => {
  const filters: Array<Filter> = []
  for (const [index, item] of items.entries()) {
    const one = read(item, index)
    if (E.isLeft(one)) return one
    filters.push(one.right)
  }
  return E.right(combination(_tag, filters))
}

const isOperators = (u: unknown): u is Readonly<Record<string, unknown>> =>
  isObject(u) && Object.keys(u).some((key) => key.startsWith('$'))

/** The condition on a field: operators, all of which must hold, or a value to equal. */
const readCondition = (column: Column, u: unknown, path: Path, purpose: Purpose): Read => {
  if (path.length > MAX_DEPTH) return refuse(path, 'is nested too deeply or contains itself')
  if (!isOperators(u)) return E.mapLeft((reason: string) => invalidQuery(path, reason))(readEqual(column, u, ''))
  const options = Object.hasOwn(u, '$options') ? u['$options'] : ''
  if (typeof options !== 'string' || !/^[ims]*$/.test(options))
    return refuse([...path, '$options'], 'must consist of the letters i, m and s')
  return collect('And', Object.entries(u), ([key, operand]) => {
    const here = [...path, key]
    if (key === '$options')
      return Object.hasOwn(u, '$regex') ? E.right(matchAll) : refuse(here, 'is only valid with $regex')
    if (key === '$not')
      return isOperators(operand)
        ? E.map(negation)(readCondition(column, operand, here, purpose))
        : refuse(here, 'must be an object of operators such as { $gt: 0.5 }; to compare with a value, use $ne')
    const read = readers.get(key)
    if (read === undefined) {
      if (!SERVER_ONLY.has(key)) return refuse(here, `is not an operator: expected one of ${KNOWN}`)
      return purpose === 'check' ? E.right(matchAll) : refuse(here, 'is supported by the server only')
    }
    if (purpose === 'check' && key === '$regex' && typeof operand === 'string') return E.right(matchAll)
    if (purpose === 'filter' && key === '$exists' && column._tag === 'Field')
      return refuse(here, 'is meaningless on the server, where a missing field is null: use $ne: null')
    return E.mapLeft((reason: string) => invalidQuery(here, reason))(read(column, operand, options))
  })
}

const readField = (name: string, u: unknown, path: Path, purpose: Purpose): Read => {
  const column = columnNamed(name)
  if (E.isRight(column)) return readCondition(column.right, u, path, purpose)
  if (purpose === 'check' && !column.left.isMistake) return readCondition(SERVER_COLUMN, u, path, purpose)
  return refuse(path, column.left.reason)
}

const readGroup = (key: '$and' | '$nor' | '$or', u: unknown, path: Path, purpose: Purpose): Read => {
  if (!Array.isArray(u)) return refuse(path, 'must be a list of filters')
  const read = collect(key === '$and' ? 'And' : 'Or', [...u], (member, index) =>
    member === null
      ? refuse([...path, index], 'is null, which would be a disabled condition: leave it out')
      : readMongo(member, [...path, index], purpose),
  )
  return key === '$nor' ? E.map(negation)(read) : read
}

/** Parses a server filter. */
export const readMongo = (u: unknown, path: Path, purpose: Purpose): Read => {
  if (path.length > MAX_DEPTH) return refuse(path, 'is nested too deeply or contains itself')
  if (!isObject(u)) return refuse(path, `must be an object such as { state: "finished" }, got ${typeName(u)}`)
  return collect('And', Object.entries(u), ([key, value]) => {
    const here = [...path, key]
    if (key === '$and' || key === '$or' || key === '$nor') return readGroup(key, value, here, purpose)
    if (!key.startsWith('$')) return readField(key, value, here, purpose)
    return readers.has(key) || key === '$not' || key === '$options'
      ? refuse(here, 'must be applied to a field, as in { state: { $ne: "failed" } }')
      : refuse(here, `is not an operator: expected one of ${KNOWN}`)
  })
}
