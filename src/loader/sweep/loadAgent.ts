import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { Agent } from '../../types/Agent.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import type { Client } from '../Client.ts'
import { request } from '../internal/http/request.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import { agentDocument } from './internal/documents.ts'
import { resolveSweep } from './internal/resolveSweep.ts'
import { agentOf } from './internal/sweepOf.ts'
import type { SweepQuery } from './loadSweep.ts'

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
    const found = agentOf(client, path.right, name, data.right)
    if (E.isLeft(found)) return found
    const decoded = decodeNode(Agent)(found.right.node)
    return E.isRight(decoded)
      ? decoded
      : E.left(loadError({ _tag: 'Unreadable', what: 'agent', failure: decoded.left }))
  }
