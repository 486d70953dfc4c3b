import { computedFields, lastSign } from '../../query/computedFields.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { copyDate, valueAt } from '../ownValue.ts'

/**
 * Returns the time the run was created.
 *
 * @param run - A run.
 * @returns The creation time.
 * @example
 * ```ts
 * import { runCreatedAt } from 'wandb-run-ops/ops'
 *
 * runCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runCreatedAt = (run: Pick<RunFields, 'createdAt'>): Date => copyDate(run.createdAt)

/**
 * Returns the time of the run's last heartbeat.
 *
 * For a running run this is the last heartbeat before it was loaded; for one that has ended, roughly when it ended.
 *
 * @param run - A run.
 * @returns The time of the last heartbeat, or of creation for a run without one.
 * @example
 * ```ts
 * import { runHeartbeatAt } from 'wandb-run-ops/ops'
 *
 * const createdAt = new Date('2026-11-21T10:00:00Z')
 *
 * runHeartbeatAt({ createdAt, heartbeatAt: new Date('2026-11-21T11:00:00Z') }) // => new Date('2026-11-21T11:00:00Z')
 * runHeartbeatAt({ createdAt, heartbeatAt: undefined }) // => createdAt
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runHeartbeatAt = (run: Pick<RunFields, 'createdAt' | 'heartbeatAt'>): Date => copyDate(lastSign(run))

/**
 * Returns the seconds from the run's creation to its last heartbeat.
 *
 * This is wall-clock time, pauses included. {@link runComputeSeconds} is the server's count, and {@link
 * runLoggedRuntime} is the time that the run itself logged.
 *
 * @param run - A run.
 * @returns Fractional seconds, never negative; 0 for a run without a heartbeat.
 * @example
 * ```ts
 * import { runRuntime } from 'wandb-run-ops/ops'
 *
 * const createdAt = new Date('2026-11-21T10:00:00Z')
 *
 * runRuntime({ createdAt, heartbeatAt: new Date('2026-11-21T10:01:30.500Z') }) // => 90.5
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runRuntime = (run: Pick<RunFields, 'createdAt' | 'heartbeatAt'>): number => computedFields.runtime(run)

/**
 * Returns the server's count of the run's compute time in seconds.
 *
 * @param run - A run.
 * @returns Seconds; `undefined` when the server does not report it.
 * @example
 * ```ts
 * import { runComputeSeconds } from 'wandb-run-ops/ops'
 *
 * runComputeSeconds({ computeSeconds: 3600 }) // => 3600
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runComputeSeconds = (run: Pick<RunFields, 'computeSeconds'>): number | undefined => run.computeSeconds

const finite = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/**
 * Returns the run's working time in seconds, as the run itself logged it.
 *
 * This is `_wandb.runtime` of the summary, which excludes pauses, or else `_runtime`, the time of the last row
 * logged. Only finite numbers count.
 *
 * @param run - A run with its summary.
 * @returns Seconds; `undefined` when neither was logged.
 * @example
 * ```ts
 * import { runLoggedRuntime } from 'wandb-run-ops/ops'
 *
 * const internal = { config: {}, summary: { _wandb: { runtime: 60 } } }
 *
 * runLoggedRuntime({ summary: { _runtime: 58.5 }, internal }) // => 60
 * runLoggedRuntime({ summary: { _runtime: 58.5 }, internal: { config: {}, summary: {} } }) // => 58.5
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runLoggedRuntime = (run: Pick<RunFields, 'internal' | 'summary'>): number | undefined =>
  finite(valueAt(run.internal?.summary, ['_wandb', 'runtime'])) ?? finite(valueAt(run.summary, ['_runtime']))
