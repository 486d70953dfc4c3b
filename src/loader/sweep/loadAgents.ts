import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { Agent } from '../../types/Agent.ts'
import { isObject } from '../../types/codec/isObject.ts'
import type { DecodeFailure } from '../../types/DecodeFailure.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import type { Client } from '../Client.ts'
import { request } from '../internal/http/request.ts'
import { connectionPage } from '../internal/paging/connection.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Listed } from '../list.ts'
import { agentsDocument } from './internal/documents.ts'
import { resolveSweep } from './internal/resolveSweep.ts'
import { sweepOf } from './internal/sweepOf.ts'
import type { SweepQuery } from './loadSweep.ts'

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
    const found = sweepOf(client, path.right, data.right)
    if (E.isLeft(found)) return found
    const page = connectionPage(found.right.node['agents'])
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
