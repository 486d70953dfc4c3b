import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { Filter } from '../../query/Filter.ts'
import type { Order } from '../../query/Order.ts'
import { readSweepMetric } from '../../types/sweep/SweepConfig.ts'
import { isObject } from '../../types/wire/own.ts'
import { serializeOrder } from '../request/filters.ts'
import { loadSweep } from './loadSweep.ts'
import { sweepFilters } from './loadSweepRuns.ts'
import { resolveSweep, type SweepReference } from './resolveSweep.ts'

/** The runs to search, the best first. */
interface ResolvedBestRunQuery {
  readonly project: string | undefined
  readonly filters: Filter | Readonly<Record<string, unknown>> | undefined
  readonly order: string
}

const refuse = (field: string, reason: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'InvalidQuery', field, reason }))

const orderOf = (config: Readonly<Record<string, unknown>>): E.Either<LoadError, string> => {
  const metric = readSweepMetric(config)
  return metric === undefined
    ? refuse(
        'order',
        'is required because the sweep config has no metric: pass one such as "-summary_metrics.accuracy"',
      )
    : E.right(`${metric.goal === 'maximize' ? '-' : '+'}summary_metrics.${metric.name}`)
}

interface Query {
  readonly sweep?: SweepReference | (Exclude<SweepReference, string> & { readonly config: unknown }) | undefined
  readonly project?: string | undefined
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
  readonly order?: Order | string | undefined
  readonly signal?: AbortSignal | undefined
}

/** Resolves the runs to search and their order. The sweep is loaded only if its config is needed and not passed in. */
export const bestRunQuery = async (
  client: Client,
  query: Query,
): Promise<E.Either<LoadError, ResolvedBestRunQuery>> => {
  const { sweep, project, filters, signal } = query
  const asked = query.order === undefined ? undefined : await serializeOrder(query.order)
  if (asked !== undefined && E.isLeft(asked)) return asked
  const order = asked?.right
  if (sweep === undefined)
    return order === undefined
      ? refuse('order', 'is required without a sweep: pass one such as "-summary_metrics.accuracy", or a sweep')
      : E.right({ project, filters, order })
  if (project !== undefined) return refuse('project', 'cannot be combined with sweep: pass one of them')
  const path = await resolveSweep(client, sweep, signal)
  if (E.isLeft(path)) return path
  const ofSweep = await sweepFilters(path.right.id, filters)
  if (E.isLeft(ofSweep)) return ofSweep
  const where = { project: `${path.right.entity}/${path.right.project}`, filters: ofSweep.right }
  if (order !== undefined) return E.right({ ...where, order })
  const config = typeof sweep === 'object' && 'config' in sweep ? sweep.config : undefined
  if (isObject(config))
    return E.map((known: string): ResolvedBestRunQuery => ({ ...where, order: known }))(orderOf(config))
  const loaded = await loadSweep({ sweep: path.right, signal })(client)()
  if (E.isLeft(loaded)) return loaded
  return E.map((read: string): ResolvedBestRunQuery => ({ ...where, order: read }))(orderOf(loaded.right.config))
}
