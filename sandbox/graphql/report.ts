import type { ReportRecord } from '../store/record.ts'
import type { Resolvers } from './context.ts'
import { nodeId } from './ids.ts'
import { projectOf } from './membership.ts'
import { placeholderUser } from './people.ts'

export const reportId = (report: ReportRecord): string => nodeId('View', report.id)

export const reportResolvers: Resolvers<ReportRecord> = {
  entityName: (report) => report.entity,
  id: reportId,
  project: (report, _: never, { store }) => projectOf(store, report),
  projectName: (report) => report.project,
  user: (report, _: never, { store }) =>
    report.user === null ? null : (store.user(report.user) ?? placeholderUser(report.user)),
}
