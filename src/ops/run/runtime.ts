import type { RunFields } from '../../types/RunWith.ts'
import { valueAt } from '../internal/valueAt.ts'
import { runHeartbeatAt } from './heartbeatAt.ts'

/**
 * Gives the seconds from the creation of the run to its last heartbeat.
 *
 * This is the time on the calendar, pauses included. {@link runComputeSeconds} is the server's count, and
 * {@link runLoggedRuntime} is what the run itself logged.
 *
 * @param run - A run.
 * @returns Seconds with fractions, never negative; 0 for a run that has sent no heartbeat.
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
export const runRuntime = (run: Pick<RunFields, 'createdAt' | 'heartbeatAt'>): number =>
  Math.max(0, (runHeartbeatAt(run).getTime() - run.createdAt.getTime()) / 1000)

/**
 * Gives the server's count of the run's time in seconds.
 *
 * @param run - A run.
 * @returns Seconds; `undefined` where the server does not tell.
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
 * Gives the seconds of work that the run itself logged.
 *
 * `_wandb.runtime` of the summary, which counts no pauses; else `_runtime`, which belongs to the last row logged. Only
 * finite numbers count.
 *
 * @param run - A run with its summary.
 * @returns Seconds; `undefined` where neither was logged.
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
  finite(valueAt(run.internal.summary, ['_wandb', 'runtime'])) ?? finite(valueAt(run.summary, ['_runtime']))
