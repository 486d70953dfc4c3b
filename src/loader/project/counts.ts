import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import { findProject } from '../../client/graphql/inProject.ts'
import { loadRecord } from '../../client/graphql/loadRecord.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, unwrap } from '../../client/task.ts'
import { TagCount } from '../../types/project/counts.ts'
import { frozenArray } from '../../types/wire/connection.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveProject } from '../paths/resolve.ts'
import { serializeRunFilters, toMongoFilters } from '../request/filters.ts'
import type { ProjectReference } from '../request/references.ts'
import { type RunCountsQuery, runCountsDocument, runCountsShape, tagCountsDocument } from './documents.ts'

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
  (query: ProjectReference | RunCountsQuery = {}) =>
  (client: Client): TaskEither<LoadError, RunStateCounts> =>
    queryTask(client, runCountsShape, query, async function* (query: RunCountsQuery) {
      const filters = yield* unwrap(toMongoFilters(query.filters))
      const path = yield* unwrap(resolveProject(client, query.project, query.signal))
      const inState = (state: string) =>
        JSON.stringify(query.filters === undefined ? { state } : { $and: [filters, { state }] })
      const wanted = [JSON.stringify(filters), ...states.map(inState)].map((text, i) => [`f${i}`, text])
      const variables = { entity: path.entity, project: path.project, ...Object.fromEntries(wanted) }
      const data = yield* unwrap(request(client, document, variables, { signal: query.signal }))
      const found = yield* unwrap(findProject(client, path, data))
      const counts = wanted.map((_, i) => found[`c${i}`])
      if (!counts.every((count) => typeof count === 'number'))
        return yield* fail(malformedResponse('missing run count'))
      const [total = 0, ...each] = counts
      return {
        total,
        states: Object.fromEntries(states.map((state, i) => [state, each[i]])) as RunStateCounts['states'],
        other: Math.max(0, total - each.reduce((sum, count) => sum + count, 0)),
      }
    })

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
  (query: ProjectReference | RunCountsQuery = {}) =>
  (client: Client): TaskEither<LoadError, ReadonlyArray<TagCount>> =>
    queryTask(client, runCountsShape, query, async function* (query: RunCountsQuery) {
      const { signal } = query
      const filters = yield* unwrap(serializeRunFilters(query.filters))
      const { entity, project } = yield* unwrap(resolveProject(client, query.project, signal))
      const one = {
        document: tagCountsDocument,
        variables: { entity, project, filters },
        node: ({ project: found }: GraphqlData) => (isObject(found) ? (found['tagCounts'] ?? []) : undefined),
        codec: counts,
        what: 'project' as const,
        path: `${entity}/${project}`,
      }
      return yield* unwrap(loadRecord(client, one, signal))
    })
