import * as E from 'fp-ts/lib/Either.js'
import type { Filter } from '../../../types/query/Filter.ts'
import { type InvalidQuery, invalidQuery } from '../../../types/query/InvalidQuery.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

const refuse = (path: ReadonlyArray<string>, reason: string): LoadError =>
  loadError(invalidQuery(['filters', ...path], reason))

const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/** What JSON would leave out or turn into `null` without a word, and so would ask another question. */
const lostInJson = (u: unknown, path: ReadonlyArray<string>): LoadError | undefined => {
  if (path.length > 100) return refuse(path, 'is nested too deeply, or holds itself')
  if (typeof u === 'number' && !Number.isFinite(u)) return refuse(path, `is ${u}, which JSON cannot say`)
  if (u === undefined || typeof u === 'function' || typeof u === 'symbol' || typeof u === 'bigint')
    return refuse(path, `is ${typeof u}, which JSON cannot say`)
  if (u instanceof Date) return Number.isNaN(u.getTime()) ? refuse(path, 'is an invalid date') : undefined
  if (u instanceof RegExp) return refuse(path, 'is a regular expression: write { $regex: "…" }')
  if (typeof u !== 'object' || u === null) return undefined
  if (!Array.isArray(u) && !isPlain(u)) return refuse(path, 'is no plain object')
  // A copy of a list has no holes, which would go unseen.
  for (const [key, value] of Object.entries(Array.isArray(u) ? [...u] : u)) {
    const lost = lostInJson(value, [...path, key])
    if (lost !== undefined) return lost
  }
  return undefined
}

/** Filters of any records as the server takes them: the text of the very object, or why no text says the same. */
export const filtersText = (filters: unknown = {}): E.Either<LoadError, string> => {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters))
    return E.left(refuse([], 'must be an object such as { state: "finished" }'))
  const lost = lostInJson(filters, [])
  return lost === undefined ? E.right(JSON.stringify(filters)) : E.left(lost)
}

type Mongo = Readonly<Record<string, unknown>>

const invalid = (reason: InvalidQuery): LoadError => loadError(reason)

/** A filter says its kind, and no object of the server's language has a field of that name. */
const isFilter = (filters: object): filters is Filter =>
  '_tag' in filters && Object.hasOwn(filters, '_tag') && typeof filters._tag === 'string'

/**
 * Filters of runs in the server's language: an object of it as it is, or what says the same as a `Filter`. The language is
 * loaded only for a query that has filters, since a page that asks for all runs can do without.
 */
export const runFilters = async (filters?: Filter | Mongo): Promise<E.Either<LoadError, Mongo>> => {
  if (filters === undefined) return E.right({})
  if (typeof filters === 'object' && filters !== null && isFilter(filters)) {
    const { toMongo } = await import('../../../types/query/toMongo.ts')
    return E.mapLeft(invalid)(toMongo(filters))
  }
  const text = filtersText(filters)
  if (E.isLeft(text)) return text
  const { checkMongo } = await import('../../../types/query/fromMongo.ts')
  // What is sent is the text, in which a date is text, too.
  return E.bimap(invalid, () => filters)(checkMongo(JSON.parse(text.right)))
}

/** Filters of runs as the server takes them. */
export const runFiltersText = async (filters: Filter | Mongo | undefined): Promise<E.Either<LoadError, string>> =>
  E.map((mongo: Mongo) => JSON.stringify(mongo))(await runFilters(filters))
