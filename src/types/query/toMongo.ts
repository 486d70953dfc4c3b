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

type Translation = E.Either<InvalidQuery, Mongo>

type Path = ReadonlyArray<string | number>

/** Deeper than any real filter, and well within the stack. */
const MAX_DEPTH = 100

const refuse = (path: Path, reason: string): E.Either<InvalidQuery, never> => E.left(invalidQuery(path, reason))

const displayName: Column = { _tag: 'Field', name: 'displayName' }
const id: Column = { _tag: 'Field', name: 'id' }

/** `name` is the display name or, without one, the id. It is never missing, though the display name can be. */
const expandName = (leaf: Leaf): Filter => {
  if (leaf._tag === 'Exists') return { _tag: 'And', filters: [] }
  if (leaf._tag === 'Eq' && leaf.value === null) return { _tag: 'Or', filters: [] }
  const nonNull: Leaf =
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

const translateLeaf = (leaf: Leaf, path: Path, isNegated: boolean): Translation => {
  if (!isColumn(leaf.column)) return refuse([...path, 'column'], 'must be a column')
  if (leaf.column._tag === 'Field' && leaf.column.name === 'name') {
    const translated = translate(expandName(leaf), path, isNegated)
    // A path into the rewritten filter would mean nothing to the caller.
    return E.isLeft(translated) ? refuse([...path, 'name'], translated.left.reason) : translated
  }
  const here = [...path, columnWords(leaf.column)]
  const name = filterName(leaf.column)
  if (E.isLeft(name)) return refuse(here, name.left)
  const condition = conditionOf(leaf)
  if (E.isLeft(condition)) return refuse(here, condition.left)
  const { holds, fails } = condition.right
  if (!isNegated) return E.right({ [name.right]: holds })
  return E.right(fails === undefined ? noneOf({ [name.right]: holds }) : { [name.right]: fails })
}

const translateAll = (filters: ReadonlyArray<Filter>, path: Path): E.Either<InvalidQuery, ReadonlyArray<Mongo>> => {
  const members: Array<Mongo> = []
  for (const [index, filter] of filters.entries()) {
    const translated = translate(filter, [...path, index], false)
    if (E.isLeft(translated)) return translated
    members.push(translated.right)
  }
  return E.right(members)
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
      return E.map((members: ReadonlyArray<Mongo>) => (isNegated ? noneOf(combine(members)) : combine(members)))(
        translateAll(filters, path),
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
 * The server selects the same runs as `matches`. What it cannot express is refused, and `split` separates it from the
 * rest: fields without a documented filter, keys with a dot, which the server reads as nesting, `NaN` and infinite
 * numbers, and regular expressions with lookaround or backreferences.
 *
 * @param filter - A filter.
 * @returns The object, as plain JSON; or what cannot be expressed, and why.
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
  translate(filter, ['filters'], false)
