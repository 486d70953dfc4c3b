import type { Sweep } from '../../types/Sweep.ts'

/**
 * Gives the entity that owns the sweep's project.
 *
 * @param sweep - A sweep.
 * @returns The entity.
 * @example
 * ```ts
 * import { sweepEntity } from 'wandb-run-ops/ops'
 *
 * sweepEntity({ entity: 'team' }) // => 'team'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepEntity = (sweep: Pick<Sweep, 'entity'>): string => sweep.entity

/**
 * Gives the project that the sweep belongs to.
 *
 * @param sweep - A sweep.
 * @returns The project.
 * @example
 * ```ts
 * import { sweepProject } from 'wandb-run-ops/ops'
 *
 * sweepProject({ project: 'vision' }) // => 'vision'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepProject = (sweep: Pick<Sweep, 'project'>): string => sweep.project
