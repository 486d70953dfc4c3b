import type { Project } from '../../types/Project.ts'
import type { StorageId } from '../../types/StorageId.ts'

/**
 * Returns the project's storage id.
 *
 * @param project - A project.
 * @returns The id, unique on its server.
 * @example
 * ```ts
 * import { projectId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * projectId({ id: 'UHJvamVjdDox' as StorageId }) // => 'UHJvamVjdDox'
 * ```
 * @visibility hidden
 * @category Project operations
 * @since 0.1.0
 */
export const projectId = (project: Pick<Project, 'id'>): StorageId => project.id
