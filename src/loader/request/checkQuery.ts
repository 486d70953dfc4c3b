import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { defaultFields, type HeavyField, type HistoryField, type InlineField } from '../../types/run/RunHeavy.ts'
import type { DictCodecs } from '../../types/run/runCodec.ts'
import { serializeOrder, serializeRunFilters } from './filters.ts'
import type { RunSelection, RunsQuery } from './query.ts'
import { type DictKeys, isPagedField } from './selection.ts'

const refuse = (field: string, reason: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'InvalidQuery', field, reason }))

const loadable: ReadonlyArray<HeavyField> = [
  'config',
  'summary',
  'systemMetrics',
  'historyKeys',
  'loggedArtifactVersions',
  'usedArtifactVersions',
  'sweep',
  'files',
  'history',
  'events',
]

const isRowField = (field: HeavyField): field is HistoryField => field === 'history' || field === 'events'

/** A validated selection. */
interface CheckedSelection {
  readonly fields: ReadonlyArray<InlineField>
  /** The fields that take separate requests per run. */
  readonly rows: ReadonlyArray<HistoryField>
  readonly keys: DictKeys
  readonly decode: DictCodecs<unknown, unknown>
}

const isKeys = (u: unknown): boolean =>
  u === undefined || (Array.isArray(u) && u.every((key: unknown) => typeof key === 'string'))

export const checkSelection = (
  query: RunSelection<HeavyField, unknown, unknown>,
): E.Either<LoadError, CheckedSelection> => {
  const fields: ReadonlyArray<HeavyField> = query.fields ?? defaultFields
  const { keys = {}, decode = {} } = query
  if (!Array.isArray(fields)) return refuse('fields', `must be an array of ${loadable.join(', ')}`)
  if (typeof keys !== 'object' || keys === null) return refuse('keys', 'must be an object of arrays of key names')
  if (typeof decode !== 'object' || decode === null) return refuse('decode', 'must be an object of io-ts codecs')
  const unknown = fields.find((field) => !loadable.includes(field))
  if (!fields.every((field) => loadable.includes(field)))
    return refuse(
      'fields',
      `includes ${JSON.stringify(String(unknown).slice(0, 40))}, which is not one of ${loadable.join(', ')}`,
    )
  for (const key of ['config', 'summary'] as const) {
    if (!isKeys(keys[key])) return refuse(`keys.${key}`, 'must be an array of key names')
    if (decode[key] !== undefined && typeof decode[key]?.validate !== 'function')
      return refuse(`decode.${key}`, 'must be an io-ts codec')
    if ((keys[key] !== undefined || decode[key] !== undefined) && !fields.includes(key))
      return refuse(decode[key] === undefined ? `keys.${key}` : `decode.${key}`, `requires "${key}" in fields`)
  }
  if (!isKeys(keys.history) || keys.history?.length === 0)
    return refuse('keys.history', 'must be a non-empty array of metric names')
  if (keys.history !== undefined && !fields.includes('history'))
    return refuse('keys.history', 'requires "history" in fields')
  const asked = [...new Set(fields)]
  const ofNode = asked.filter((field): field is InlineField => !isRowField(field))
  return E.right({ fields: ofNode, rows: asked.filter(isRowField), keys, decode })
}

/**
 * The default page sizes: small at first, then up to what W&B allows. With connections or rows for each run, 100 runs are
 * enough for one request.
 */
const pageSizesFor = ({ fields, rows }: CheckedSelection): CheckedQuery['pageSizes'] => ({
  first: 100,
  most: fields.some(isPagedField) || rows.length > 0 ? 100 : 1000,
})

/** A validated query. */
export interface CheckedQuery extends CheckedSelection {
  readonly filters: string
  readonly order: string
  readonly pageSizes: { readonly first: number; readonly most: number }
  readonly limit: number
}

export const checkQuery = async (
  query: RunsQuery<HeavyField, unknown, unknown>,
): Promise<E.Either<LoadError, CheckedQuery>> => {
  const selection = checkSelection(query)
  if (E.isLeft(selection)) return selection
  const filters = await serializeRunFilters(query.filters)
  if (E.isLeft(filters)) return filters
  const order = await serializeOrder(query.order)
  if (E.isLeft(order)) return order
  const { pageSize, limit } = query
  return E.right({
    ...selection.right,
    filters: filters.right,
    order: order.right,
    pageSizes: pageSize === undefined ? pageSizesFor(selection.right) : { first: pageSize, most: pageSize },
    limit: limit ?? Number.POSITIVE_INFINITY,
  })
}

/** A list of runs on a server: a project and a query. */
export interface RunsList {
  readonly path: { readonly entity: string; readonly project: string }
  readonly query: CheckedQuery
}
