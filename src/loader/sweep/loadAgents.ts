import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { readConnectionPage } from '../../client/graphql/connection.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import { Agent } from '../../types/sweep/Agent.ts'
import { type DecodeFailure, decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { agentDocument, agentsDocument } from './documents.ts'
import type { SweepQuery } from './loadSweep.ts'
import { findAgent, findSweep, resolveSweep } from './resolveSweep.ts'

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
  ({ sweep, agent, signal }: AgentQuery) =>
  (client: Client): TaskEither<LoadError, Agent> =>
  async () => {
    const name = typeof agent === 'object' ? agent.id : agent
    const path = await resolveSweep(client, sweep, signal)
    if (E.isLeft(path)) return path
    const { entity, project, id } = path.right
    const make = () => ({
      operationName: 'SweepAgent',
      query: agentDocument,
      variables: { entity, project, sweep: id, agent: name },
    })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const found = findAgent(client, path.right, name, data.right)
    if (E.isLeft(found)) return found
    const decoded = decodeNode(Agent)(found.right.node)
    return E.isRight(decoded)
      ? decoded
      : E.left(loadError({ _tag: 'Unreadable', what: 'agent', failure: decoded.left }))
  }

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
  (query: string | SweepQuery) =>
  (client: Client): TaskEither<LoadError, Listed<Agent>> =>
  async () => {
    const { sweep, signal }: SweepQuery = typeof query === 'string' ? { sweep: query } : query
    const path = await resolveSweep(client, sweep, signal)
    if (E.isLeft(path)) return path
    const { entity, project, id } = path.right
    const make = () => ({
      operationName: 'SweepAgents',
      query: agentsDocument,
      variables: { entity, project, sweep: id },
    })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const found = findSweep(client, path.right, data.right)
    if (E.isLeft(found)) return found
    const page = readConnectionPage(found.right.node['agents'])
    if (page === undefined)
      return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'no list in the response to SweepAgents' }))
    const decode = decodeNode(Agent)
    const nodes = page.edges.map((edge) => (isObject(edge) ? edge['node'] : edge) ?? undefined)
    const items: Array<Agent> = []
    const failures: Array<DecodeFailure> = []
    for (const [index, node] of nodes.entries()) {
      if (node === undefined) continue
      const agent = decode(node, { page: 0, index })
      if (E.isLeft(agent)) failures.push(agent.left)
      else items.push(agent.right)
    }
    return E.right({
      items,
      totalCount: undefined,
      failures,
      duplicates: 0,
      skipped: nodes.filter((node) => node === undefined).length,
      complete: page.next === undefined,
      cursor: undefined,
    })
  }
