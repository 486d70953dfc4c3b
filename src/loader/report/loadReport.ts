import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { loadRecord } from '../../client/graphql/loadRecord.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { Report } from '../../types/report/Report.ts'
import { parseReportId } from '../paths/parsePath.ts'
import { byId } from '../request/references.ts'
import { reportDocument } from './documents.ts'

/**
 * The options of {@link loadReport}.
 *
 * @category Reports
 * @since 0.1.0
 */
export interface ReportQuery {
  /** The report: its URL, `entity/project/reports/title--id`, its id alone, or its record. */
  readonly report: string | { readonly id: string }
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

export const reportShape: QueryShape<ReportQuery> = {
  subject: 'report',
  options: { report: true, signal: abortSignal },
  reference: byId,
}

/**
 * Loads one report with its spec, in one request.
 *
 * A report that does not exist, or that the API key has no access to, is `NotFound`.
 *
 * @param query - The report's URL, path or id, or a query.
 * @returns A function from a client to the report.
 * @example
 * ```ts no-run
 * import { loadReport, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { reportName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const url = 'https://wandb.ai/team/vision/reports/What-we-learned--VmlldzoxMjM'
 *
 * console.log(reportName(await orThrow(loadReport(url)(client))))
 * ```
 * @category Reports
 * @since 0.1.0
 */
export const loadReport =
  (query: ReportQuery['report'] | ReportQuery) =>
  (client: Client): TaskEither<LoadError, Report> =>
    queryTask(client, reportShape, query, async function* ({ report, signal }: ReportQuery) {
      const id = yield* unwrap(parseReportId(report, client))
      const one = {
        document: reportDocument,
        variables: { id },
        node: (data: GraphqlData) => data['view'],
        codec: Report,
        what: 'report' as const,
        path: id,
      }
      return yield* unwrap(loadRecord(client, one, signal))
    })
