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

type Place = ReadonlyArray<string | number>

/**
 * What to read for: `filter` for one that can be asked of records, `check` for one that the server will be asked, which
 * knows more.
 */
export type Purpose = 'check' | 'filter'

const DEEPEST = 300

/** Operators of the server that no filter of ours has a word for. */
const SERVER_ONLY = new Set(['$elemMatch', '$mod', '$size', '$type'])

const KNOWN = ['$and', '$or', '$nor', '$not', ...readers.keys(), '$options'].join(', ')

/** Stands for a column that only the server knows, where what comes out is not used. */
const UNKNOWN: Column = { _tag: 'SystemMetrics', path: [] }

/** What asks nothing. */
const everything: Filter = { _tag: 'And', filters: [] }

const refuse = (place: Place, reason: string): E.Either<InvalidQuery, never> => E.left(invalidQuery(place, reason))

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

/** What stands beside a field: operators, all of which must hold, or the value that it must be equal to. */
const readCondition = (column: Column, u: unknown, place: Place, purpose: Purpose): Read => {
  if (place.length > DEEPEST) return refuse(place, 'is nested too deeply, or holds itself')
  if (!isOperators(u)) return E.mapLeft((reason: string) => invalidQuery(place, reason))(readEqual(column, u, ''))
  const options = Object.hasOwn(u, '$options') ? u['$options'] : ''
  if (typeof options !== 'string' || !/^[ims]*$/.test(options))
    return refuse([...place, '$options'], 'must be some of the letters i, m, s')
  return collect('And', Object.entries(u), ([key, operand]) => {
    const here = [...place, key]
    if (key === '$options')
      return Object.hasOwn(u, '$regex') ? E.right(everything) : refuse(here, 'goes with $regex only')
    if (key === '$not')
      return isOperators(operand)
        ? E.map(negation)(readCondition(column, operand, here, purpose))
        : refuse(here, 'must be an object of operators, such as { $gt: 0.5 }; for a value write $ne')
    const read = readers.get(key)
    if (read === undefined) {
      if (!SERVER_ONLY.has(key)) return refuse(here, `is no operator: those known are ${KNOWN}`)
      return purpose === 'check' ? E.right(everything) : refuse(here, 'is known to the server only')
    }
    if (purpose === 'check' && key === '$regex' && typeof operand === 'string') return E.right(everything)
    if (purpose === 'filter' && key === '$exists' && column._tag === 'Field')
      return refuse(here, 'does not tell on the server, where the field is null if it is missing: write $ne: null')
    return E.mapLeft((reason: string) => invalidQuery(here, reason))(read(column, operand, options))
  })
}

const readField = (name: string, u: unknown, place: Place, purpose: Purpose): Read => {
  const column = columnNamed(name)
  if (E.isRight(column)) return readCondition(column.right, u, place, purpose)
  if (purpose === 'check' && !column.left.isMistake) return readCondition(UNKNOWN, u, place, purpose)
  return refuse(place, column.left.reason)
}

const readGroup = (key: '$and' | '$nor' | '$or', u: unknown, place: Place, purpose: Purpose): Read => {
  if (!Array.isArray(u)) return refuse(place, 'must be a list of filters')
  const read = collect(key === '$and' ? 'And' : 'Or', [...u], (member, index) =>
    member === null
      ? refuse([...place, index], 'is null, which stands for a condition that is switched off: leave it out')
      : readMongo(member, [...place, index], purpose),
  )
  return key === '$nor' ? E.map(negation)(read) : read
}

/** A filter in the language of the server, read. */
export const readMongo = (u: unknown, place: Place, purpose: Purpose): Read => {
  if (place.length > DEEPEST) return refuse(place, 'is nested too deeply, or holds itself')
  if (!isObject(u)) return refuse(place, `must be an object such as { state: "finished" }, and is ${typeName(u)}`)
  return collect('And', Object.entries(u), ([key, value]) => {
    const here = [...place, key]
    if (key === '$and' || key === '$or' || key === '$nor') return readGroup(key, value, here, purpose)
    if (!key.startsWith('$')) return readField(key, value, here, purpose)
    return readers.has(key) || key === '$not' || key === '$options'
      ? refuse(here, 'must stand beside a field, as in { state: { $ne: "failed" } }')
      : refuse(here, `is no operator: those known are ${KNOWN}`)
  })
}
