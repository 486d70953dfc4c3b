import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { frozenArray } from '../../types/codec/frozenArray.ts'
import { isObject } from '../../types/codec/isObject.ts'
import { TagCount } from '../../types/TagCount.ts'
import type { Client } from '../Client.ts'
import { loadOne } from '../internal/paging/loadOne.ts'
import { resolveProject } from '../internal/paths/resolve.ts'
import { runFiltersText } from '../internal/run/filters.ts'
import type { LoadError } from '../LoadError.ts'
import { tagCountsDocument } from './internal/documents.ts'
import type { RunCountsQuery } from './ProjectQuery.ts'

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
    const filters = await runFiltersText(query.filters)
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
    return loadOne(client, one, query.signal)
  }
