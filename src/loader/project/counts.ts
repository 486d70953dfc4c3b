import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { loadRecord } from '../../client/graphql/loadRecord.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import { TagCount } from '../../types/project/counts.ts'
import { frozenArray } from '../../types/wire/connection.ts'
import { isObject } from '../../types/wire/own.ts'
import { findProject, resolveProject } from '../paths/resolve.ts'
import { serializeRunFilters, toMongoFilters } from '../request/filters.ts'
import { type RunCountsQuery, runCountsDocument, tagCountsDocument } from './documents.ts'

const states = ['pending', 'running', 'finished', 'failed', 'crashed', 'killed', 'preempting', 'preempted'] as const

/**
 * The number of runs of a project by state.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface RunStateCounts {
  /** The number of all runs. */
  readonly total: number
  /** The number of runs in each state that W&B documents. */
  readonly states: { readonly [S in (typeof states)[number]]: number }
  /** The number of runs in any other state. */
  readonly other: number
}

const document = runCountsDocument(states.length + 1)

/**
 * Counts the runs of a project by state, in one request and without loading any.
 *
 * @param query - The project and the filters.
 * @returns A function from a client to the counts.
 * @example
 * ```ts no-run
 * import { countRunsByState, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { total, states } = await orThrow(countRunsByState({ project: 'team/vision' })(client))
 *
 * console.log(`${states.crashed} of ${total} crashed`)
 * ```
 * @category Projects
 * @since 0.1.0
 */
export const countRunsByState =
  (query: RunCountsQuery) =>
  (client: Client): TaskEither<LoadError, RunStateCounts> =>
  async () => {
    const filters = await toMongoFilters(query.filters)
    if (E.isLeft(filters)) return filters
    const path = await resolveProject(client, query.project, query.signal)
    if (E.isLeft(path)) return path
    const { entity, project } = path.right
    const inState = (state: string) =>
      JSON.stringify(query.filters === undefined ? { state } : { $and: [filters.right, { state }] })
    const wanted = [JSON.stringify(filters.right), ...states.map(inState)].map((text, i) => [`f${i}`, text])
    const variables = { entity, project, ...Object.fromEntries(wanted) }
    const make = () => ({ operationName: 'RunCounts', query: document, variables })
    const data = await request(client, make, { signal: query.signal })
    if (E.isLeft(data)) return data
    const found = findProject(client, path.right, data.right)
    if (E.isLeft(found)) return found
    const counts = wanted.map((_, i) => found.right[`c${i}`])
    if (!counts.every((count) => typeof count === 'number'))
      return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'missing run count' }))
    const [total = 0, ...each] = counts
    return E.right({
      total,
      states: Object.fromEntries(states.map((state, i) => [state, each[i]])) as RunStateCounts['states'],
      other: Math.max(0, total - each.reduce((sum, count) => sum + count, 0)),
    })
  }

const counts = frozenArray(TagCount)

/**
 * Loads the tags of a project's runs, and the number of runs with each, in one request and without loading any run.
 *
 * @param query - The project and the filters.
 * @returns A function from a client to the tags in the server's order; a run with two tags counts for both.
 * @example
 * ```ts no-run
 * import { loadTagCounts, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 *
 * console.log(await orThrow(loadTagCounts({ project: 'team/vision', filters: { state: 'finished' } })(client)))
 * ```
 * @category Projects
 * @since 0.1.0
 */
export const loadTagCounts =
  (query: RunCountsQuery) =>
  (client: Client): TaskEither<LoadError, ReadonlyArray<TagCount>> =>
  async () => {
    const filters = await serializeRunFilters(query.filters)
    if (E.isLeft(filters)) return filters
    const path = await resolveProject(client, query.project, query.signal)
    if (E.isLeft(path)) return path
    const { entity, project } = path.right
    const one = {
      operationName: 'TagCounts',
      document: tagCountsDocument,
      variables: { entity, project, filters: filters.right },
      node: ({ project: found }: Readonly<Record<string, unknown>>) =>
        isObject(found) ? (found['tagCounts'] ?? []) : undefined,
      codec: counts,
      what: 'project' as const,
      path: `${entity}/${project}`,
    }
    return loadRecord(client, one, query.signal)
  }
