import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption } from '../../client/errors.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, unwrap } from '../../client/task.ts'
import type { Order } from '../../query/Order.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, InlineField, RunWith } from '../../types/run/RunHeavy.ts'
import { type DictCodecs, decodeRun, type RunProject } from '../../types/run/runCodec.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import { resolveSweep } from '../paths/resolve.ts'
import { checkSelection } from '../request/checkQuery.ts'
import { serializeOrder } from '../request/filters.ts'
import { type RunSelection, selectionOptions } from '../request/query.ts'
import { isPagedField, runVariables } from '../request/selection.ts'
import { agentRunsDocument, findAgent } from './documents.ts'
import { type AgentQuery, agentId, agentShape, missingAgent } from './loadAgents.ts'

/**
 * The heavy fields that can be loaded for an agent's runs. For the others, load the runs by their ids with
 * `loadRuns({ filters: { name: { $in: ids } } })`.
 *
 * @category Sweeps
 * @since 0.1.0
 */
export type AgentRunField = Extract<InlineField, 'config' | 'summary' | 'systemMetrics' | 'historyKeys'>

/**
 * The options of {@link loadAgentRuns}.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, if a codec types it.
 * @typeParam S - The type of `summary`, if a codec types it.
 * @category Sweeps
 * @since 0.1.0
 */
export interface AgentRunsQuery<F extends AgentRunField = DefaultField, C = ConfigDict, S = SummaryDict>
  extends AgentQuery,
    ListQuery,
    RunSelection<F, C, S> {
  /** The order, as in `loadRuns`; `+created_at` by default. */
  readonly order?: Order | string | undefined
}

export const agentRunsShape: QueryShape<AgentRunsQuery> = {
  ...agentShape,
  options: { ...agentShape.options, order: true, ...selectionOptions, ...listOptions },
}

/**
 * Loads the runs that an agent started, by default the oldest first.
 *
 * @param query - The sweep, agent, order, fields, and paging options.
 * @returns A function from a client to the runs.
 * @example
 * ```ts no-run
 * import { loadAgentRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadAgentRuns({ sweep: 'team/vision/s1w2e3p4', agent: 'a1g2e3n4' })(client))
 *
 * console.log(items.map(runName))
 * ```
 * @category Sweeps
 * @since 0.1.0
 */
export const loadAgentRuns =
  <F extends AgentRunField = DefaultField, C = ConfigDict, S = SummaryDict>(query: AgentRunsQuery<F, C, S>) =>
  (client: Client): TaskEither<LoadError, Listed<RunWith<F, C, S>>> =>
    queryTask(client, agentRunsShape, query, async function* (query: AgentRunsQuery<F, C, S>) {
      const agent = agentId(query.agent)
      if (agent === undefined) return yield* fail(missingAgent)
      const { fields, keys, decode } = yield* unwrap(checkSelection(query))
      const list = fields.find((field) => isPagedField(field) || field === 'sweep')
      if (list !== undefined)
        return yield* fail(
          invalidOption('fields', `cannot include ${list} for the runs of an agent: load it with loadRuns`),
        )
      const order = yield* unwrap(serializeOrder(query.order))
      const path = yield* unwrap(resolveSweep(client, query.sweep, query.signal))
      const { entity, project, id } = path
      const decoder = (runProject: RunProject) =>
        decodeRun(fields as ReadonlyArray<F>, runProject, decode as DictCodecs<C, S>)
      let decodeNode = decoder({ entity, project, appUrl: client.appUrl })
      const agentOf = (data: GraphqlData) => findAgent(client, path, agent, data)
      return yield* unwrap(
        loadList(client, query, {
          document: agentRunsDocument(fields, keys),
          variables: { entity, project, sweep: id, agent, order, ...runVariables(fields, keys) },
          connection: (data) =>
            pipe(
              agentOf(data),
              E.map(({ node, project: serverProject }) => {
                decodeNode = decoder(serverProject)
                return node['runs']
              }),
            ),
          total: (data) =>
            pipe(
              agentOf(data),
              E.match(
                () => undefined,
                ({ node }) => node['totalRuns'],
              ),
            ),
          decode: (node, at) => decodeNode(node, at),
          phase: 'runs',
          pageSize: 100,
        }),
      )
    })
