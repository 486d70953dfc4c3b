import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption } from '../../client/errors.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import type { Column } from '../../query/Column.ts'
import type { Filter } from '../../query/Filter.ts'
import type { Order } from '../../query/Order.ts'
import { readSweepMetric } from '../../types/sweep/SweepConfig.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveSweep, type SweepReference } from '../paths/resolve.ts'
import { resolveOrder } from '../request/filters.ts'
import { loadSweep } from './loadSweep.ts'
import { sweepFilters } from './loadSweepRuns.ts'

/** The runs to search, the best first. */
interface ResolvedBestRunQuery {
  readonly project: string | undefined
  readonly filters: Filter | Readonly<Record<string, unknown>> | undefined
  readonly order: Order | string
  /** The column of the order; `undefined` if records do not have it. */
  readonly column: Column | undefined
}

/** The order by the metric and goal of a sweep config. As on the server, a dot in the metric separates keys. */
const sweepOrder = (config: Readonly<Record<string, unknown>>): E.Either<LoadError, Order> => {
  const metric = readSweepMetric(config)
  return metric === undefined
    ? E.left(
        invalidOption(
          'order',
          'is required because the sweep config has no metric: pass one such as "-summary_metrics.accuracy"',
        ),
      )
    : E.right([
        {
          column: { _tag: 'Summary', path: metric.name.split('.') },
          direction: metric.goal === 'maximize' ? 'desc' : 'asc',
        },
      ])
}

interface Query {
  readonly sweep?: SweepReference | (Exclude<SweepReference, string> & { readonly config: unknown }) | undefined
  readonly project?: string | undefined
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
  readonly order?: Order | string | undefined
  readonly signal?: AbortSignal | undefined
}

/** Resolves the runs to search and their order. The sweep is loaded only if its config is needed and not passed in. */
export const bestRunQuery = (client: Client, query: Query): TaskEither<LoadError, ResolvedBestRunQuery> =>
  task(async function* () {
    const { sweep, project, filters, signal } = query
    const order =
      query.order === undefined
        ? undefined
        : { order: query.order, column: (yield* unwrap(resolveOrder(query.order))).column }
    if (sweep === undefined)
      return order === undefined
        ? yield* fail(
            invalidOption(
              'order',
              'is required without a sweep: pass one such as "-summary_metrics.accuracy", or a sweep',
            ),
          )
        : { project, filters, ...order }
    if (project !== undefined)
      return yield* fail(invalidOption('project', 'cannot be combined with sweep: pass one of them'))
    const path = yield* unwrap(resolveSweep(client, sweep, signal))
    const ofSweep = yield* unwrap(sweepFilters(path.id, filters))
    const runs = { project: `${path.entity}/${path.project}`, filters: ofSweep }
    if (order !== undefined) return { ...runs, ...order }
    const given = typeof sweep === 'object' && 'config' in sweep ? sweep.config : undefined
    const config = isObject(given) ? given : (yield* unwrap(loadSweep({ sweep: path, signal })(client))).config
    const bySweep = yield* unwrap(sweepOrder(config))
    return { ...runs, order: bySweep, column: bySweep[0]?.column }
  })
