import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Report } from '../../types/report/Report.ts'
import type { User } from '../../types/user/User.ts'
import type { StorageId } from '../../types/wire/ids.ts'
import { ordBy } from '../compareValues.ts'
import { copyDate } from '../ownValue.ts'
import { urlOf } from '../urls.ts'

/**
 * Returns the report's storage id.
 *
 * @param report - A report.
 * @returns The id, unique on its server.
 * @example
 * ```ts
 * import { reportId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * reportId({ id: 'VmlldzoxMjM=' as StorageId }) // => 'VmlldzoxMjM='
 * ```
 * @visibility hidden
 * @category Report operations
 * @since 0.1.0
 */
export const reportId = (report: Pick<Report, 'id'>): StorageId => report.id

/**
 * Returns the report's title.
 *
 * Without a title, W&B's internal name for the report; without either, the id. Titles are not unique.
 *
 * @param report - A report.
 * @returns The title, always a string.
 * @example
 * ```ts
 * import { reportName } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * const id = 'VmlldzoxMjM=' as StorageId
 *
 * reportName({ displayName: 'What we learned', id, name: 'a1b2c3' }) // => 'What we learned'
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportName = (report: Pick<Report, 'displayName' | 'id' | 'name'>): string =>
  report.displayName ?? report.name ?? report.id

/**
 * Returns the report's description, shown below its title.
 *
 * @param report - A report.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { reportDescription } from 'wandb-run-ops/ops'
 *
 * reportDescription({ description: 'what the last runs show' }) // => 'what the last runs show'
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportDescription = (report: Pick<Report, 'description'>): string | undefined => report.description

/**
 * Returns the entity that owns the report's project.
 *
 * @param report - A report.
 * @returns The entity's name, as in URLs.
 * @example
 * ```ts
 * import { reportEntity } from 'wandb-run-ops/ops'
 *
 * reportEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Report operations
 * @since 0.1.0
 */
export const reportEntity = (report: Pick<Report, 'entity'>): string => report.entity

/**
 * Returns the report's project.
 *
 * @param report - A report.
 * @returns The project's name, as in URLs.
 * @example
 * ```ts
 * import { reportProject } from 'wandb-run-ops/ops'
 *
 * reportProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Report operations
 * @since 0.1.0
 */
export const reportProject = (report: Pick<Report, 'project'>): string => report.project

/**
 * Returns the user who wrote the report.
 *
 * If that user was deleted or is hidden, the unknown user, whose username is empty.
 *
 * @param report - A report.
 * @returns The user, never `undefined`.
 * @example
 * ```ts
 * import { reportUser } from 'wandb-run-ops/ops'
 *
 * reportUser({ user: { id: undefined, username: 'ada', name: 'Ada' } }) // => { id: undefined, username: 'ada', name: 'Ada' }
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportUser = (report: Pick<Report, 'user'>): User => report.user

/**
 * Returns when the report was created.
 *
 * @param report - A report.
 * @returns The creation time.
 * @example
 * ```ts
 * import { reportCreatedAt } from 'wandb-run-ops/ops'
 *
 * reportCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportCreatedAt = (report: Pick<Report, 'createdAt'>): Date => copyDate(report.createdAt)

/**
 * Returns when the report was last updated.
 *
 * @param report - A report.
 * @returns The time of the last update; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { reportUpdatedAt } from 'wandb-run-ops/ops'
 *
 * reportUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportUpdatedAt = (report: Pick<Report, 'updatedAt'>): Date | undefined => copyDate(report.updatedAt)

/**
 * Returns the report's spec: the whole report as W&B's web app stores it.
 *
 * @param report - A report.
 * @returns The spec; empty if there is none.
 * @example
 * ```ts
 * import { reportSpec } from 'wandb-run-ops/ops'
 *
 * reportSpec({ spec: { version: 5, blocks: [] } }) // => { version: 5, blocks: [] }
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportSpec = (report: Pick<Report, 'spec'>): Readonly<Record<string, unknown>> => report.spec

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
  const page = report.id && `${slug(report.displayName ?? '')}--${report.id.replaceAll('=', '')}`
  return urlOf(report.appUrl, [report.entity, report.project, 'reports', page])
}

/**
 * Two records are the same report if they have the same id.
 *
 * @example
 * ```ts
 * import { eqReport } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * const id = 'VmlldzoxMjM=' as StorageId
 *
 * eqReport.equals({ id }, { id }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqReport: Eq<Pick<Report, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}

/**
 * Orders reports by creation time, oldest first. Every report has one, so `Ord.reverse` gives the newest first.
 *
 * @example
 * ```ts
 * import { ordReportByCreatedAt } from 'wandb-run-ops/ops'
 *
 * const older = { createdAt: new Date('2026-11-20T10:00:00Z') }
 * const newer = { createdAt: new Date('2026-11-21T10:00:00Z') }
 *
 * ordReportByCreatedAt.compare(older, newer) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordReportByCreatedAt: Ord<Pick<Report, 'createdAt'>> = /* @__PURE__ */ ordBy(
  (report: Pick<Report, 'createdAt'>) => report.createdAt,
)
