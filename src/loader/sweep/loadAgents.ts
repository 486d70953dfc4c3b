import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption, unreadableRecord } from '../../client/errors.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { request } from '../../client/graphql/request.ts'
import { readSinglePage } from '../../client/graphql/singlePage.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { mustBe } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import { fail, unwrap } from '../../client/task.ts'
import { Agent } from '../../types/sweep/Agent.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveSweep, type SweepReference } from '../paths/resolve.ts'
import { agentDocument, agentsDocument, findAgent, findSweep } from './documents.ts'
import { type SweepQuery, sweepShape } from './loadSweep.ts'

/**
 * The options of {@link loadAgent}.
 *
 * @category Sweeps
 * @since 0.1.0
 */
export interface AgentQuery extends SweepQuery {
  /** The agent's short id, or its record. */
  readonly agent: string | Pick<Agent, 'id'>
}

/** The id of an agent; of what is neither an id nor a record, nothing. */
export const agentId = (agent: unknown): string | undefined => {
  const id = isObject(agent) ? agent['id'] : agent
  return typeof id === 'string' && id !== '' ? id : undefined
}

const expectedAgent = 'the id of an agent, or its record'

/** The error for a query without an agent. */
export const missingAgent: LoadError = invalidOption('agent', `must be ${expectedAgent}`)

export const agentShape: QueryShape<AgentQuery> = {
  ...sweepShape,
  options: { ...sweepShape.options, agent: mustBe(expectedAgent, (agent) => agentId(agent) !== undefined) },
}

/**
 * Loads one agent of a sweep, in one request. An agent that does not exist is `NotFound`.
 *
 * @param query - The sweep and the agent.
 * @returns A function from a client to the agent.
 * @example
 * ```ts no-run
 * import { loadAgent, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const agent = await orThrow(loadAgent({ sweep: 'team/vision/s1w2e3p4', agent: 'a1g2e3n4' })(client))
 *
 * console.log(agent.host, agent.heartbeatAt)
 * ```
 * @category Sweeps
 * @since 0.1.0
 */
export const loadAgent =
  (query: AgentQuery) =>
  (client: Client): TaskEither<LoadError, Agent> =>
    queryTask(client, agentShape, query, async function* ({ sweep, agent, signal }: AgentQuery) {
      const name = agentId(agent)
      if (name === undefined) return yield* fail(missingAgent)
      const path = yield* unwrap(resolveSweep(client, sweep, signal))
      const { entity, project, id } = path
      const variables = { entity, project, sweep: id, agent: name }
      const data = yield* unwrap(request(client, agentDocument, variables, { signal }))
      const { node } = yield* unwrap(findAgent(client, path, name, data))
      return yield* unwrap(E.mapLeft(unreadableRecord('agent'))(decodeNode(Agent)(node)))
    })

/**
 * Loads the agents of a sweep, in one request. The server has no further pages of agents; `complete` says whether it has
 * more than it returned.
 *
 * @param query - The sweep's path, or a query.
 * @returns A function from a client to the agents.
 * @example
 * ```ts no-run
 * import { loadAgents, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadAgents('team/vision/s1w2e3p4')(client))
 *
 * for (const { host, state, runCount } of items) console.log(host, state, runCount)
 * ```
 * @category Sweeps
 * @since 0.1.0
 */
export const loadAgents =
  (query: SweepReference | SweepQuery) =>
  (client: Client): TaskEither<LoadError, Listed<Agent>> =>
    queryTask(client, sweepShape, query, async function* ({ sweep, signal }: SweepQuery) {
      const path = yield* unwrap(resolveSweep(client, sweep, signal))
      const { entity, project, id } = path
      const data = yield* unwrap(request(client, agentsDocument, { entity, project, sweep: id }, { signal }))
      const { node } = yield* unwrap(findSweep(client, path, data))
      return yield* unwrap(readSinglePage(agentsDocument, node['agents'], decodeNode(Agent)))
    })
