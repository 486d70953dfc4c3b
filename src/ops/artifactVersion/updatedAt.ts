import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Gives when the version last changed.
 *
 * @param artifactVersion - An artifact version.
 * @returns The moment of the last change; of creation, where the server does not tell.
 * @example
 * ```ts
 * import { artifactVersionUpdatedAt } from 'wandb-run-ops/ops'
 *
 * artifactVersionUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionUpdatedAt = (artifactVersion: Pick<ArtifactVersion, 'updatedAt'>): Date =>
  artifactVersion.updatedAt
