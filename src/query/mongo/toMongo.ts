import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { isObject, type UnknownRecord } from '../../types/wire/own.ts'
import { type Column, columnLabel, isColumn } from '../Column.ts'
import { type Filter, type InvalidQuery, invalidQuery } from '../Filter.ts'
import { type LeafFilter, mongoCondition } from './condition.ts'
import { toFilterName } from './wireNames.ts'

/** A server filter. */
export type Mongo = UnknownRecord

/** Matches every run. */
export const everyRun: Mongo = Object.freeze({})

/** Matches no run. */
export const noRun: Mongo = Object.freeze({ name: Object.freeze({ $in: Object.freeze([]) }) })

const isEvery = (mongo: Mongo): boolean => Object.keys(mongo).length === 0

/** Merges two conditions on one field if they share no operator. */
const mergeConditions = (one: unknown, other: unknown): Mongo | undefined =>
  isObject(one) && isObject(other) && !Object.keys(other).some((key) => Object.hasOwn(one, key))
    ? { ...one, ...other }
    : undefined

const mergeFilters = (members: ReadonlyArray<Mongo>): Mongo | undefined => {
  const whole: Record<string, unknown> = {}
  for (const [key, value] of members.flatMap((member) => Object.entries(member))) {
    const both = Object.hasOwn(whole, key) ? mergeConditions(whole[key], value) : value
    if (both === undefined) return undefined
    whole[key] = both
  }
  return whole
}

/** Combines filters with AND, in a single object if that is equivalent. */
export const allOf = (members: ReadonlyArray<Mongo>): Mongo => {
  const asking = members.filter((member) => !isEvery(member))
  return asking.includes(noRun) ? noRun : (mergeFilters(asking) ?? { $and: asking })
}

/** Combines filters with OR. The server rejects an empty list. */
export const anyOf = (members: ReadonlyArray<Mongo>): Mongo => {
  if (members.some(isEvery)) return everyRun
  const possible = members.filter((member) => member !== noRun)
  const [only] = possible
  if (only === undefined) return noRun
  return possible.length === 1 ? only : { $or: possible }
}

const soleOperand = (mongo: Mongo, key: string): ReadonlyArray<Mongo> | undefined =>
  Object.keys(mongo).length === 1 && Object.hasOwn(mongo, key) ? (mongo[key] as ReadonlyArray<Mongo>) : undefined

/** Negates a filter. */
export const noneOf = (mongo: Mongo): Mongo => {
  if (isEvery(mongo)) return noRun
  if (mongo === noRun) return everyRun
  const operands = soleOperand(mongo, '$nor')
  return operands === undefined ? { $nor: soleOperand(mongo, '$or') ?? [mongo] } : anyOf(operands)
}

type Translation = E.Either<InvalidQuery, Mongo>

type Path = ReadonlyArray<string | number>

/** Deeper than any real filter, and well within the stack. */
const MAX_DEPTH = 100

const refuse = (path: Path, reason: string): E.Either<InvalidQuery, never> => E.left(invalidQuery(path, reason))

const displayName: Column = { _tag: 'Field', name: 'displayName' }
const id: Column = { _tag: 'Field', name: 'id' }

/** `name` is the display name or, without one, the id. It is never missing, though the display name can be. */
const expandName = (leaf: LeafFilter): Filter => {
  if (leaf._tag === 'Exists') return { _tag: 'And', filters: [] }
  if (leaf._tag === 'Eq' && leaf.value === null) return { _tag: 'Or', filters: [] }
  const nonNull: LeafFilter =
    leaf._tag === 'In' && Array.isArray(leaf.values)
      ? { ...leaf, values: leaf.values.filter((value) => value !== null) }
      : leaf
  const unnamed: Filter = { _tag: 'Eq', column: displayName, value: null }
  return {
    _tag: 'Or',
    filters: [
      { ...nonNull, column: displayName },
      { _tag: 'And', filters: [unnamed, { ...nonNull, column: id }] },
    ],
  }
}

const translateLeaf = (leaf: LeafFilter, path: Path, isNegated: boolean): Translation => {
  if (!isColumn(leaf.column)) return refuse([...path, 'column'], 'must be a column')
  if (leaf.column._tag === 'Field' && leaf.column.name === 'name')
    return pipe(
      translate(expandName(leaf), path, isNegated),
      // A path into the rewritten filter would mean nothing to the caller.
      E.mapLeft(({ reason }) => invalidQuery([...path, 'name'], reason)),
    )
  return pipe(
    toFilterName(leaf.column),
    E.bindTo('name'),
    E.bind('condition', () => mongoCondition(leaf)),
    E.map(({ name, condition: { holds, fails } }): Mongo => {
      if (!isNegated) return { [name]: holds }
      return fails === undefined ? noneOf({ [name]: holds }) : { [name]: fails }
    }),
    E.mapLeft((reason) => invalidQuery([...path, columnLabel(leaf.column)], reason)),
  )
}

const translate = (filter: Filter, path: Path, isNegated: boolean): Translation => {
  if (path.length > MAX_DEPTH) return refuse(path, 'is nested too deeply or contains itself')
  if (!isObject(filter)) return refuse(path, 'must be a filter')
  switch (filter._tag) {
    case 'And':
    case 'Or': {
      if (!Array.isArray(filter.filters)) return refuse(path, 'must be a filter')
      const filters: ReadonlyArray<Filter> = filter.filters
      const [only] = filters
      if (only !== undefined && filters.length === 1) return translate(only, [...path, 0], isNegated)
      const combine = filter._tag === 'And' ? allOf : anyOf
      return pipe(
        filters,
        E.traverseReadonlyArrayWithIndex((index, member) => translate(member, [...path, index], false)),
        E.map(combine),
        E.map((combined) => (isNegated ? noneOf(combined) : combined)),
      )
    }
    case 'Not':
      return translate(filter.filter, [...path, 'not'], !isNegated)
    default:
      return translateLeaf(filter, path, isNegated)
  }
}

/**
 * Translates a filter to the language of W&B's server: the MongoDB-style object that `loadRuns` sends.
 *
 * The server selects the same runs as `matches`. What it cannot express is refused, and `splitFilter` separates it from the
 * rest: fields without a documented filter, keys with a dot, which the server reads as nesting, `NaN` and infinite
 * numbers, and regular expressions with lookaround or backreferences.
 *
 * @param filter - A filter.
 * @returns The object, as plain JSON; or what cannot be expressed, and why.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { and, column, eq, gt, not, toMongo } from 'wandb-run-ops/query'
 *
 * const slow = and(eq(column.state, 'finished'), not(gt(column.config('optimizer', 'lr'), 0.01)))
 *
 * toMongo(slow) // => E.right({ state: 'finished', $nor: [{ 'config.optimizer.value.lr': { $gt: 0.01 } }] })
 * E.isLeft(toMongo(eq(column.config('a.b'), 1))) // => true
 * ```
 * @category Query
 * @since 0.1.0
 */
export const toMongo = (filter: Filter): E.Either<InvalidQuery, Readonly<Record<string, unknown>>> =>
  translate(filter, ['filters'], false)
