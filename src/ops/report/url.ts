import type { Report } from '../../types/Report.ts'
import { pathSegment } from '../internal/pathSegment.ts'

/** For readers of the URL only: the server looks at the id alone. */
const slug = (title: string): string => title.replace(/[^A-Za-z0-9_]+/g, '-').replace(/^-|-$/g, '')

/**
 * Returns the URL of the report.
 *
 * It ends with the title, in which runs of characters other than ASCII letters, digits and `_` become a dash, then two
 * dashes and the id. It points to the web app of the server that the report was loaded from. Each segment is
 * percent-encoded.
 *
 * @param report - A report.
 * @returns The URL.
 * @example
 * ```ts
 * import { reportUrl } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * const place = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision' }
 *
 * reportUrl({ ...place, displayName: 'What we learned', id: 'VmlldzoxMjM=' as StorageId }) // => 'https://wandb.ai/team/vision/reports/What-we-learned--VmlldzoxMjM'
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportUrl = (report: Pick<Report, 'appUrl' | 'displayName' | 'entity' | 'id' | 'project'>): string => {
  const [entity, project] = [report.entity, report.project].map(pathSegment)
  const page = pathSegment(`${slug(report.displayName ?? '')}--${report.id.replaceAll('=', '')}`)
  return `${report.appUrl}/${entity}/${project}/reports/${page}`
}
