import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Report } from '../../types/Report.ts'
import { ordBy } from '../internal/ordBy.ts'
import { reportCreatedAt } from './createdAt.ts'

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
export const ordReportByCreatedAt: Ord<Pick<Report, 'createdAt'>> = /* @__PURE__ */ ordBy(reportCreatedAt)
