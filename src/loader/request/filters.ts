import * as E from 'fp-ts/lib/Either.js'
import { invalidOption } from '../../client/errors.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { Filter, InvalidQuery } from '../../query/Filter.ts'
import type { ServerOrder } from '../../query/mongo/serverOrder.ts'
import type { LostInJson } from './lostInJson.ts'

type Mongo = Readonly<Record<string, unknown>>

const invalid = (reason: InvalidQuery): LoadError => loadError(reason)

/** The JSON of filters, or the error for what it cannot represent. */
export const checkedText = (text: string | LostInJson): E.Either<LoadError, string> =>
  typeof text === 'string'
    ? E.right(text)
    : E.left(invalidOption(['filters', ...text.path].join('.').slice(0, 200), text.reason))

/** A `Filter` has a `_tag`, which is not a field name in MongoDB-style filters. */
const isFilter = (filters: object): filters is Filter =>
  '_tag' in filters && Object.hasOwn(filters, '_tag') && typeof filters._tag === 'string'

/**
 * Converts filters of runs to a MongoDB-style object; such an object is returned as is, but for `$all`. The conversion is
 * imported lazily, because a query without filters does not need it.
 */
export const toMongoFilters = async (filters?: Filter | Mongo): Promise<E.Either<LoadError, Mongo>> => {
  if (filters === undefined) return E.right({})
  if (typeof filters === 'object' && filters !== null && isFilter(filters)) {
    const { toMongo } = await import('../../query/mongo/server.ts')
    return E.mapLeft(invalid)(toMongo(filters))
  }
  const { filtersText } = await import('./lostInJson.ts')
  const text = checkedText(filtersText(filters))
  if (E.isLeft(text)) return text
  const { checkMongo, expandAll } = await import('../../query/mongo/server.ts')
  // Checks the JSON, because that is sent: a date is a string in it.
  const json = JSON.parse(text.right) as Mongo
  return E.bimap(invalid, () => (text.right.includes('"$all"') ? expandAll(json) : filters))(checkMongo(json))
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
