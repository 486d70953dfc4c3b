import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Project } from '../../types/Project.ts'

/**
 * Two records are the same project if they have the same id.
 *
 * @example
 * ```ts
 * import { eqProject } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * const id = 'UHJvamVjdDox' as StorageId
 *
 * eqProject.equals({ id }, { id }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqProject: Eq<Pick<Project, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}
