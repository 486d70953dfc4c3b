import type { Report } from '../../types/Report.ts'

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
