import type { ArtifactType } from '../../types/ArtifactType.ts'

/**
 * Returns when the artifact type was created in its project.
 *
 * @param artifactType - An artifact type.
 * @returns The creation time.
 * @example
 * ```ts
 * import { artifactTypeCreatedAt } from 'wandb-run-ops/ops'
 *
 * artifactTypeCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeCreatedAt = (artifactType: Pick<ArtifactType, 'createdAt'>): Date => artifactType.createdAt
