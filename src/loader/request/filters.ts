import * as E from 'fp-ts/lib/Either.js'
import { invalidOption } from '../../client/errors.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { Filter, InvalidQuery } from '../../query/Filter.ts'
import type { ServerOrder } from '../../query/mongo/serverOrder.ts'

const invalidAt = (path: ReadonlyArray<string>, reason: string): LoadError =>
  invalidOption(['filters', ...path].join('.').slice(0, 200), reason)

const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/** JSON silently omits these values or turns them into `null`, which would change the filter. */
const lostInJson = (u: unknown, path: ReadonlyArray<string>): LoadError | undefined => {
  if (path.length > 100) return invalidAt(path, 'is nested too deeply or contains itself')
  if (typeof u === 'number' && !Number.isFinite(u)) return invalidAt(path, `must be a finite number, got ${u}`)
  if (u === undefined || typeof u === 'function' || typeof u === 'symbol' || typeof u === 'bigint')
    return invalidAt(path, `must be a JSON value, got ${typeof u}`)
  if (u instanceof Date) return Number.isNaN(u.getTime()) ? invalidAt(path, 'must be a valid date') : undefined
  if (u instanceof RegExp) return invalidAt(path, 'must not be a RegExp: use { $regex: "…" }')
  if (typeof u !== 'object' || u === null) return undefined
  if (!Array.isArray(u) && !isPlain(u)) return invalidAt(path, 'must be a plain object')
  // Copies the array, because `Object.entries` skips holes.
  for (const [key, value] of Object.entries(Array.isArray(u) ? [...u] : u)) {
    const lost = lostInJson(value, [...path, key])
    if (lost !== undefined) return lost
  }
  return undefined
}

/** Serializes filters of any records, or rejects values that JSON cannot represent. */
export const serializeFilters = (filters: unknown = {}): E.Either<LoadError, string> => {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters))
    return E.left(invalidAt([], 'must be an object such as { state: "finished" }'))
  const lost = lostInJson(filters, [])
  return lost === undefined ? E.right(JSON.stringify(filters)) : E.left(lost)
}

type Mongo = Readonly<Record<string, unknown>>

const invalid = (reason: InvalidQuery): LoadError => loadError(reason)

/** A `Filter` has a `_tag`, which is not a field name in MongoDB-style filters. */
const isFilter = (filters: object): filters is Filter =>
  '_tag' in filters && Object.hasOwn(filters, '_tag') && typeof filters._tag === 'string'

/**
 * Converts filters of runs to a MongoDB-style object; such an object is returned as is. The conversion is imported lazily,
 * because a query without filters does not need it.
 */
export const toMongoFilters = async (filters?: Filter | Mongo): Promise<E.Either<LoadError, Mongo>> => {
  if (filters === undefined) return E.right({})
  if (typeof filters === 'object' && filters !== null && isFilter(filters)) {
    const { toMongo } = await import('../../query/mongo/server.ts')
    return E.mapLeft(invalid)(toMongo(filters))
  }
  const text = serializeFilters(filters)
  if (E.isLeft(text)) return text
  const { checkMongo } = await import('../../query/mongo/server.ts')
  // Checks the JSON, because that is sent: a date is a string in it.
  return E.bimap(invalid, () => filters)(checkMongo(JSON.parse(text.right)))
}

/** Serializes filters of runs. */
export const serializeRunFilters = async (filters: Filter | Mongo | undefined): Promise<E.Either<LoadError, string>> =>
  E.map((mongo: Mongo) => JSON.stringify(mongo))(await toMongoFilters(filters))

const oldestFirst: ServerOrder = { text: '+created_at', column: { _tag: 'Field', name: 'createdAt' } }

/** An order for the server with an explicit direction, or why the server does not support it. */
export const resolveOrder = async (order?: unknown): Promise<E.Either<LoadError, ServerOrder>> => {
  if (order === undefined) return E.right(oldestFirst)
  const { serverOrder } = await import('../../query/mongo/server.ts')
  return E.mapLeft(invalid)(serverOrder(order))
}

/** Serializes an order with an explicit direction, or rejects one that the server does not support. */
export const serializeOrder = async (order?: unknown): Promise<E.Either<LoadError, string>> =>
  E.map(({ text }: ServerOrder) => text)(await resolveOrder(order))
