import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../codec/isObject.ts'
import type { Column } from './Column.ts'
import { columnWords } from './columnWords.ts'
import type { Filter } from './Filter.ts'
import { type InvalidQuery, invalidQuery } from './InvalidQuery.ts'
import { conditionOf, type Leaf } from './internal/condition.ts'
import { isColumn } from './internal/isColumn.ts'
import { allOf, anyOf, type Mongo, noneOf } from './internal/mongo.ts'
import { filterName } from './internal/toWire.ts'

type Said = E.Either<InvalidQuery, Mongo>

type Place = ReadonlyArray<string | number>

/** Nobody asks so deeply, and the stack reaches further. */
const DEEPEST = 100

const refuse = (place: Place, reason: string): E.Either<InvalidQuery, never> => E.left(invalidQuery(place, reason))

const displayName: Column = { _tag: 'Field', name: 'displayName' }
const id: Column = { _tag: 'Field', name: 'id' }

/** The name that people see is the display name, or else the id. It is never missing, as its two parts can be. */
const inParts = (leaf: Leaf): Filter => {
  if (leaf._tag === 'Exists') return { _tag: 'And', filters: [] }
  if (leaf._tag === 'Eq' && leaf.value === null) return { _tag: 'Or', filters: [] }
  const asked: Leaf =
    leaf._tag === 'In' && Array.isArray(leaf.values)
      ? { ...leaf, values: leaf.values.filter((value) => value !== null) }
      : leaf
  const unnamed: Filter = { _tag: 'Eq', column: displayName, value: null }
  return {
    _tag: 'Or',
    filters: [
      { ...asked, column: displayName },
      { _tag: 'And', filters: [unnamed, { ...asked, column: id }] },
    ],
  }
}

const sayLeaf = (leaf: Leaf, place: Place, isNegated: boolean): Said => {
  if (!isColumn(leaf.column)) return refuse([...place, 'column'], 'is no column')
  if (leaf.column._tag === 'Field' && leaf.column.name === 'name') {
    const said = say(inParts(leaf), place, isNegated)
    // The place of a part would mean nothing to who asked for the whole.
    return E.isLeft(said) ? refuse([...place, 'name'], said.left.reason) : said
  }
  const here = [...place, columnWords(leaf.column)]
  const name = filterName(leaf.column)
  if (E.isLeft(name)) return refuse(here, name.left)
  const condition = conditionOf(leaf)
  if (E.isLeft(condition)) return refuse(here, condition.left)
  const { holds, fails } = condition.right
  if (!isNegated) return E.right({ [name.right]: holds })
  return E.right(fails === undefined ? noneOf({ [name.right]: holds }) : { [name.right]: fails })
}

const sayAll = (filters: ReadonlyArray<Filter>, place: Place): E.Either<InvalidQuery, ReadonlyArray<Mongo>> => {
  const members: Array<Mongo> = []
  for (const [index, filter] of filters.entries()) {
    const said = say(filter, [...place, index], false)
    if (E.isLeft(said)) return said
    members.push(said.right)
  }
  return E.right(members)
}

const say = (filter: Filter, place: Place, isNegated: boolean): Said => {
  if (place.length > DEEPEST) return refuse(place, 'is nested too deeply, or holds itself')
  if (!isObject(filter)) return refuse(place, 'is no filter')
  switch (filter._tag) {
    case 'And':
    case 'Or': {
      if (!Array.isArray(filter.filters)) return refuse(place, 'is no filter')
      const filters: ReadonlyArray<Filter> = filter.filters
      const [only] = filters
      if (only !== undefined && filters.length === 1) return say(only, [...place, 0], isNegated)
      const combine = filter._tag === 'And' ? allOf : anyOf
      return E.map((members: ReadonlyArray<Mongo>) => (isNegated ? noneOf(combine(members)) : combine(members)))(
        sayAll(filters, place),
      )
    }
    case 'Not':
      return say(filter.filter, [...place, 'not'], !isNegated)
    default:
      return sayLeaf(filter, place, isNegated)
  }
}

/**
 * Gives a filter in the language of W&B's server: the MongoDB-style object that `loadRuns` sends.
 *
 * The server leaves the same runs as `matches` does. What it cannot be asked is refused, and `split` tells it from the
 * rest: fields for which W&B documents no filter, keys with a dot, which it takes for nesting, `NaN` and infinite
 * numbers, and regular expressions that look around or back.
 *
 * @param filter - A filter.
 * @returns The object, as plain JSON; or which part cannot be said, and why.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { and, column, eq, gt, not, toMongo } from 'wandb-run-ops/ops'
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
  say(filter, ['filters'], false)
