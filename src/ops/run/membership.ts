import type { RunFields } from '../../types/run/RunHeavy.ts'
import type { Sweep } from '../../types/sweep/Sweep.ts'
import type { User } from '../../types/user/User.ts'

/**
 * Returns the entity that owns the run's project.
 *
 * @param run - A run.
 * @returns The entity's name, as in URLs.
 * @example
 * ```ts
 * import { runEntity } from 'wandb-run-ops/ops'
 *
 * runEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runEntity = (run: Pick<RunFields, 'entity'>): string => run.entity

/**
 * Returns the project of the run.
 *
 * @param run - A run.
 * @returns The project's name, as in URLs.
 * @example
 * ```ts
 * import { runProject } from 'wandb-run-ops/ops'
 *
 * runProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runProject = (run: Pick<RunFields, 'project'>): string => run.project

/**
 * Returns the user who created the run.
 *
 * A run whose user is deleted or hidden has the unknown user, whose username is empty.
 *
 * @param run - A run.
 * @returns The user, never `undefined`.
 * @example
 * ```ts
 * import { runUser } from 'wandb-run-ops/ops'
 *
 * runUser({ user: { id: undefined, username: 'ada', name: 'Ada' } }) // => { id: undefined, username: 'ada', name: 'Ada' }
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runUser = (run: Pick<RunFields, 'user'>): User => run.user

/**
 * Returns the group of the run.
 *
 * @param run - A run.
 * @returns The group; `undefined` when the run is in none.
 * @example
 * ```ts
 * import { runGroup } from 'wandb-run-ops/ops'
 *
 * runGroup({ group: 'seed-sweep' }) // => 'seed-sweep'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runGroup = (run: Pick<RunFields, 'group'>): string | undefined => run.group

/**
 * Returns the job type of the run, such as `train` or `eval`.
 *
 * @param run - A run.
 * @returns The job type; `undefined` when none was set.
 * @example
 * ```ts
 * import { runJobType } from 'wandb-run-ops/ops'
 *
 * runJobType({ jobType: 'train' }) // => 'train'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runJobType = (run: Pick<RunFields, 'jobType'>): string | undefined => run.jobType

/**
 * Returns the short id of the run's sweep.
 *
 * @param run - A run.
 * @returns The sweep's id, as in its URL; `undefined` when the run is not part of a sweep.
 * @example
 * ```ts
 * import { runSweepName } from 'wandb-run-ops/ops'
 *
 * runSweepName({ sweepName: 's1w2e3p4' }) // => 's1w2e3p4'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runSweepName = (run: Pick<RunFields, 'sweepName'>): string | undefined => run.sweepName

/**
 * Returns the sweep of the run.
 *
 * @param run - A run, loaded with `sweep`.
 * @returns The sweep; `undefined` when the run is not part of one.
 * @example
 * ```ts
 * import { runSweep } from 'wandb-run-ops/ops'
 *
 * runSweep({ sweep: undefined }) // => undefined
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runSweep = (run: Pick<RunFields, 'sweep'>): Sweep | undefined => run.sweep
