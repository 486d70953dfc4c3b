import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Run } from '../../types/run/Run.ts'
import { isObject, typeName } from '../../types/wire/own.ts'
import type { Column } from '../Column.ts'
import { combineFilters, negateFilter } from '../combine.ts'
import { type Filter, type InvalidQuery, invalidQuery } from '../Filter.ts'
import { isPlain } from '../operand.ts'
import { re2Issue } from '../regex/re2Issue.ts'
import { operatorReaders, readEqual } from './readOperator.ts'
import { parseColumnName } from './wireNames.ts'

type Read = E.Either<InvalidQuery, Filter>

type Path = ReadonlyArray<string | number>

/**
 * `filter` parses a filter for records; `check` validates one for the server, which supports more.
 */
export type ReadMode = 'check' | 'filter'

const MAX_DEPTH = 300

/** Operators of MongoDB that W&B answers with an error, after many retries. */
const UNSUPPORTED = new Set(['$elemMatch', '$mod', '$size', '$type'])

const KNOWN = ['$and', '$or', '$nor', '$not', ...operatorReaders.keys(), '$options'].join(', ')

/** Stands in for a column that only the server has, when the parsed filter is discarded. */
const SERVER_COLUMN: Column = { _tag: 'SystemMetrics', path: [] }

/** Matches every run. */
const matchAll: Filter = { _tag: 'And', filters: [] }

const refuse = (path: Path, reason: string): E.Either<InvalidQuery, never> => E.left(invalidQuery(path, reason))

const collect = <A>(_tag: 'And' | 'Or', items: ReadonlyArray<A>, read: (item: A, index: number) => Read): Read =>
  pipe(
    items,
    E.traverseReadonlyArrayWithIndex((index, item) => read(item, index)),
    E.map((filters) => combineFilters(_tag, filters)),
  )

const isOperators = (u: unknown): u is Readonly<Record<string, unknown>> =>
  isObject(u) && Object.keys(u).some((key) => key.startsWith('$'))

/** The condition on a field: operators, all of which must hold, or a value to equal. */
const readCondition = (column: Column, u: unknown, path: Path, purpose: ReadMode): Read => {
  if (path.length > MAX_DEPTH) return refuse(path, 'is nested too deeply or contains itself')
  if (!isOperators(u)) return E.mapLeft((reason: string) => invalidQuery(path, reason))(readEqual(column, u, ''))
  const options = Object.hasOwn(u, '$options') ? u['$options'] : ''
  if (typeof options !== 'string' || !/^[ims]*$/.test(options))
    return refuse([...path, '$options'], 'must consist of the letters i, m and s')
  return collect('And', Object.entries(u), ([key, operand]) => {
    const here = [...path, key]
    if (key === '$options')
      return Object.hasOwn(u, '$regex') ? E.right(matchAll) : refuse(here, 'is only valid with $regex')
    if (key === '$not') return readNot(column, operand, here, purpose)
    const read = operatorReaders.get(key)
    if (read === undefined)
      return UNSUPPORTED.has(key)
        ? refuse(here, "is not supported by W&B's server: leave it out, and test the loaded runs")
        : refuse(here, `is not an operator: expected one of ${KNOWN}`)
    if (purpose === 'check' && key === '$regex' && typeof operand === 'string') {
      const issue = re2Issue(operand)
      return issue === undefined ? E.right(matchAll) : refuse(here, `is a regular expression that ${issue}`)
    }
    if (purpose === 'filter' && key === '$exists' && column._tag === 'Field')
      return refuse(here, 'is meaningless on the server, where a missing field is null: use $ne: null')
    return E.mapLeft((reason: string) => invalidQuery(here, reason))(read(column, operand, options))
  })
}

/** Our filters have a negation, but the server has `$nor` only. */
const readNot = (column: Column, operand: unknown, path: Path, purpose: ReadMode): Read => {
  if (!isOperators(operand))
    return refuse(path, 'must be an object of operators such as { $gt: 0.5 }; to compare with a value, use $ne')
  const read = readCondition(column, operand, path, purpose)
  if (purpose === 'filter' || E.isLeft(read)) return E.map(negateFilter)(read)
  const instead = JSON.stringify({ $nor: [{ [String(path.at(-2))]: operand }] }).slice(0, 200)
  return refuse(path, `is not supported by W&B's server: use ${instead}, or an operator such as $ne or $nin`)
}

const readField = (name: string, u: unknown, path: Path, purpose: ReadMode): Read => {
  const column = parseColumnName(name)
  if (E.isRight(column)) return readCondition(column.right, u, path, purpose)
  if (purpose === 'check' && !column.left.isMistake) return readCondition(SERVER_COLUMN, u, path, purpose)
  return refuse(path, column.left.reason)
}

const readGroup = (key: '$and' | '$nor' | '$or', u: unknown, path: Path, purpose: ReadMode): Read => {
  if (!Array.isArray(u)) return refuse(path, 'must be a list of filters')
  const read = collect(key === '$and' ? 'And' : 'Or', [...u], (member, index) =>
    member === null
      ? refuse([...path, index], 'is null, which would be a disabled condition: leave it out')
      : readMongo(member, [...path, index], purpose),
  )
  return key === '$nor' ? E.map(negateFilter)(read) : read
}

/** Parses a server filter. */
export const readMongo = (u: unknown, path: Path, purpose: ReadMode): Read => {
  if (path.length > MAX_DEPTH) return refuse(path, 'is nested too deeply or contains itself')
  if (!isObject(u) || !isPlain(u))
    return refuse(path, `must be an object such as { state: "finished" }, got ${typeName(u)}`)
  return collect('And', Object.entries(u), ([key, value]) => {
    const here = [...path, key]
    if (key === '$and' || key === '$or' || key === '$nor') return readGroup(key, value, here, purpose)
    if (!key.startsWith('$')) return readField(key, value, here, purpose)
    return operatorReaders.has(key) || key === '$not' || key === '$options'
      ? refuse(here, 'must be applied to a field, as in { state: { $ne: "failed" } }')
      : refuse(here, `is not an operator: expected one of ${KNOWN}`)
  })
}

/**
 * Parses a filter in the language of W&B's server, as written for the Python API, to evaluate it on loaded runs.
 *
 * Both spellings of a field are accepted (`displayName`, `display_name`), and config paths with and without the `value`
 * that wraps each entry on the server. A time is a string, in UTC if it has no time zone; a bare date means midnight.
 * Names that records do not have, such as `exitcode` or artifact names, are refused, and so are unknown operators, and what
 * the server answers with an error: `$size`, `$type`, `$mod`, `$elemMatch`, and a field compared with a list. `$not` and
 * `$all` are read, and `toMongo` writes them as `$nor` and `$and`.
 *
 * @param json - A filter such as `{ state: 'finished', 'config.lr': { $gt: 0.01 } }`.
 * @returns The filter; or what is invalid, and why.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { describeFilter, fromMongo } from 'wandb-run-ops/query'
 *
 * const filter = fromMongo({ state: 'finished', $or: [{ 'config.lr.value': { $gt: 0.01 } }, { tags: 'best' }] })
 *
 * E.map(describeFilter)(filter) // => E.right('state is "finished" and (config.lr > 0.01 or tags is "best")')
 * fromMongo({ 'summary.loss': 1 }) // => E.left({ _tag: 'InvalidQuery', field: 'filters.summary.loss', reason: 'is unknown to the server: use summary_metrics.loss' })
 * ```
 * @category Query
 * @since 0.1.0
 */
export const fromMongo = (json: unknown): E.Either<InvalidQuery, Filter<Run>> =>
  // What a filter requires of a run is known only at compile time.
  readMongo(json, ['filters'], 'filter') as E.Either<InvalidQuery, Filter<Run>>

/**
 * Checks a filter for the server, which may also use names that records do not have.
 *
 * @internal
 */
export const checkMongo = (json: unknown): E.Either<InvalidQuery, void> =>
  E.map(() => undefined)(readMongo(json, ['filters'], 'check'))
