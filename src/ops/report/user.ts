import type { Report } from '../../types/Report.ts'
import type { User } from '../../types/User.ts'

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
