import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { findProject } from '../../client/graphql/inProject.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { decodeWithAppUrl } from '../../client/graphql/loadRecord.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { mustBe } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { Report } from '../../types/report/Report.ts'
import { resolveProject } from '../paths/resolve.ts'
import { byEntityAndName, type ProjectReference } from '../request/references.ts'
import { reportsDocument } from './documents.ts'

/**
 * The options of {@link loadReports}.
 *
 * @category Reports
 * @since 0.1.0
 */
export interface ReportsQuery extends ListQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
  /** Only the report with this `name`, which is W&B's internal name and not the title. */
  readonly name?: string | undefined
}

export const reportsShape: QueryShape<ReportsQuery> = {
  subject: 'project',
  options: { project: true, name: mustBe('a string', (name) => typeof name === 'string'), ...listOptions },
  reference: byEntityAndName,
}

/**
 * Loads the reports of a project with their specs, 50 per request.
 *
 * @param query - The project, and the paging options.
 * @returns A function from a client to the reports.
 * @example
 * ```ts no-run
 * import { loadReports, loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { reportRuns, reportSections } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadReports({ project: 'team/vision' })(client))
 *
 * for (const report of items)
 *   for (const section of reportSections(report)) {
 *     const query = reportRuns(report, section)
 *     if (query !== undefined) console.log((await orThrow(loadRuns(query)(client))).totalCount, query.untranslated)
 *   }
 * ```
 * @category Reports
 * @since 0.1.0
 */
export const loadReports =
  (query: ProjectReference | ReportsQuery = {}) =>
  (client: Client): TaskEither<LoadError, Listed<Report>> =>
    queryTask(client, reportsShape, query, async function* (query: ReportsQuery) {
      const { name } = query
      const path = yield* unwrap(resolveProject(client, query.project, query.signal))
      return yield* unwrap(
        loadList(client, query, {
          document: reportsDocument,
          variables: { ...path, name: name ?? null },
          connection: (data) => E.map(({ allViews }: GraphqlData) => allViews)(findProject(client, path, data)),
          decode: decodeWithAppUrl(client, Report),
          phase: 'reports',
          pageSize: 50,
        }),
      )
    })
