import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns when the version was last updated.
 *
 * @param artifactVersion - An artifact version.
 * @returns The time of the last update; the creation time if the server does not report it.
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
