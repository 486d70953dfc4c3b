import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { invalidOption } from '../client/errors.ts'
import type { Progress } from '../client/graphql/loadList.ts'
import type { LoadError } from '../client/LoadError.ts'
import { abortSignal, callback, positiveInteger } from '../client/optionChecks.ts'
import { type QueryShape, readOptions, redactGiven } from '../client/queryTask.ts'
import { toMongoFilters } from '../loader/request/filters.ts'
import type { RunsQuery } from '../loader/request/query.ts'
import { loadRuns } from '../loader/run/loadRuns.ts'
import type { DecodeFailure } from '../types/wire/DecodeFailure.ts'
import { readRunExpression } from './checkRunExpression.ts'
import { evaluate } from './evaluate.ts'
import { HOST_RUNS, PROJECT_RUNS, runTypes } from './plan/overRuns.ts'
import type { Plan } from './plan/Plan.ts'
import { plan } from './plan/planExpression.ts'
import type { EvaluationFailure, SyntaxFailure, TypeFailure } from './syntax/Failure.ts'
import type { Type } from './types/Type.ts'

/**
 * The value of an expression, and what was loaded for it.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface ExpressionResult {
  /** The value; missing values are `null`. */
  readonly value: unknown
  /** Its type. */
  readonly type: Type
  /** What was requested from the server. */
  readonly plan: Plan
  /** The number of HTTP requests, retries included. */
  readonly requests: number
  /** The number of runs that were read. */
  readonly runs: number
  /** Runs that could not be read. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /**
   * Whether every run that the expression asks for was read. As in `loadRuns`, it is false if the `limit` of the query left
   * some out; a limit in the expression leaves out nothing.
   */
  readonly complete: boolean
}

/**
 * The expression to run, and the project to run it over.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface ExpressionQuery {
  /** The text of the expression. */
  readonly text: string
  /**
   * The project of `runs`: `entity/project`, `project` with the client's entity, or the project's URL; the client's project
   * by default. An expression that names a project reads that one instead.
   */
  readonly project?: string | undefined
  /** Which runs of the project `runs` holds, as in `loadRuns`; all by default. A project that the expression names is whole. */
  readonly filters?: RunsQuery['filters']
  /** The order of `runs`, as in `loadRuns`. */
  readonly order?: RunsQuery['order']
  /** The maximum number of runs that `runs` holds; all by default. */
  readonly limit?: number | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
  /** Called after every request with the progress of the load. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export const expressionShape: QueryShape<ExpressionQuery> = {
  subject: 'text',
  options: {
    text: true,
    project: true,
    filters: true,
    order: true,
    limit: positiveInteger,
    signal: abortSignal,
    onProgress: callback,
  },
}

/** Wraps a client to count its requests, retries included. */
const counting = (client: Client): { readonly client: Client; readonly requests: () => number } => {
  let requests = 0
  const send: Client['send'] = (request) => {
    requests += 1
    return client.send(request)
  }
  return { client: { ...client, send }, requests: () => requests }
}

type Loaded = Pick<ExpressionResult, 'complete' | 'failures'> & { readonly runs: ReadonlyArray<unknown> }

const nothing: Loaded = { runs: [], failures: [], complete: true }

/** Combines the filters of the host's runs with those of the expression. */
const bothFilters = async (
  own: RunsQuery['filters'],
  pushed: Plan['filters'],
): Promise<E.Either<LoadError, RunsQuery['filters']>> => {
  if (own === undefined || Object.keys(pushed).length === 0) return E.right(own ?? pushed)
  return E.map((mongo: Plan['filters']) => ({ $and: [mongo, pushed] }))(await toMongoFilters(own))
}

const load = async (client: Client, query: ExpressionQuery, asked: Plan): Promise<E.Either<LoadError, Loaded>> => {
  if (!asked.needsRuns) return E.right(nothing)
  const { fields, keys, historyKeys } = asked
  const host: Pick<ExpressionQuery, 'filters' | 'order' | 'limit'> = asked.project === undefined ? query : {}
  // The first runs of the host are not the first of those that the expression selects.
  const pushed = host.limit === undefined ? asked : { filters: {}, order: undefined, limit: undefined }
  const limit = host.limit ?? pushed.limit
  const filters = await bothFilters(host.filters, pushed.filters)
  if (E.isLeft(filters)) return filters
  const loaded = await loadRuns({
    project: asked.project ?? query.project,
    fields,
    keys: { config: keys.config, summary: keys.summary, history: historyKeys },
    filters: filters.right,
    order: pushed.order ?? host.order,
    limit,
    signal: query.signal,
    onProgress: query.onProgress,
  })(client)()
  if (E.isLeft(loaded)) return loaded
  const { runs, failures, complete } = loaded.right
  // The expression itself asks for no more than its limit, but the limit of the query leaves runs out.
  const isAll = complete || (host.limit === undefined && runs.length === limit)
  return E.right({ runs, failures, complete: isAll })
}

/**
 * Evaluates an expression over the runs of a project, and loads only what it needs: the fields and keys that it reads, of
 * the runs that match those of its conditions that the server can apply.
 *
 * A run that cannot be read is reported in `failures`, and the value is that of the others. Nothing is requested for an
 * invalid expression, or for one that reads no runs.
 *
 * @param given - The text of the expression, or a query.
 * @returns A function from a client to the value, its type and what was loaded, or to the failure.
 * @example
 * ```ts no-run
 * import { runExpression } from 'wandb-run-ops/expression'
 * import { makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const text = 'runs.filter((row) => row.config["lr"] > 0.01).summary["acc"].max'
 *
 * const { value, runs, requests } = await orThrow(runExpression({ text, project: 'team/vision' })(client))
 * console.log(value, 'of', runs, 'runs, in', requests, 'requests')
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const runExpression =
  (given: string | ExpressionQuery) =>
  (client: Client): TaskEither<EvaluationFailure | LoadError | SyntaxFailure | TypeFailure, ExpressionResult> =>
  async () => {
    const options = await readOptions<ExpressionQuery>(expressionShape, given)
    if (E.isLeft(options)) return E.left(redactGiven(client, options.left))
    const query = options.right
    if (typeof query.text !== 'string') return E.left(invalidOption('text', 'must be the text of an expression'))
    const read = readRunExpression(query.text)
    if (E.isLeft(read)) return read
    const { parsed, expression } = read.right
    const asked = plan(parsed)
    const counted = counting(client)
    const loaded = await load(counted.client, query, asked)
    if (E.isLeft(loaded)) return loaded
    const { runs, failures, complete } = loaded.right
    const evaluated = evaluate(expression, { [HOST_RUNS]: runs, [PROJECT_RUNS]: runs }, runTypes)
    if (E.isLeft(evaluated)) return evaluated
    return E.right({
      value: evaluated.right.value,
      type: evaluated.right.type,
      plan: asked,
      requests: counted.requests(),
      runs: runs.length,
      failures,
      complete,
    })
  }
