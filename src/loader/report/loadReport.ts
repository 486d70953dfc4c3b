import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { loadRecord } from '../../client/graphql/loadRecord.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { Report } from '../../types/report/Report.ts'
import { invalidPath } from '../paths/parse.ts'
import { padReportId, parsePath } from '../paths/parsePath.ts'
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

const FORMS = 'expected entity/project/reports/title--id, the id, or the URL of the report'

const idOf = (report: ReportQuery['report']): E.Either<LoadError, string> => {
  const text = typeof report === 'string' ? report : report?.id
  if (typeof text !== 'string' || text.trim() === '') return invalidPath(text, FORMS)
  if (!text.includes('/')) return E.right(padReportId(text.trim()))
  const target = parsePath(text)
  if (E.isLeft(target)) return target
  return target.right._tag === 'Report' ? E.right(target.right.id) : invalidPath(text, `not a report; ${FORMS}`)
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
  (query: string | ReportQuery) =>
  (client: Client): TaskEither<LoadError, Report> =>
  async () => {
    const { report, signal }: ReportQuery = typeof query === 'string' ? { report: query } : query
    const id = idOf(report)
    if (E.isLeft(id)) return id
    const one = {
      operationName: 'Report',
      document: reportDocument,
      variables: { id: id.right },
      node: (data: Readonly<Record<string, unknown>>) => data['view'],
      codec: Report,
      what: 'report' as const,
      path: id.right,
    }
    return loadRecord(client, one, signal)
  }
