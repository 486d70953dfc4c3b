import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns when the version was created.
 *
 * @param artifactVersion - An artifact version.
 * @returns The creation time.
 * @example
 * ```ts
 * import { artifactVersionCreatedAt } from 'wandb-run-ops/ops'
 *
 * artifactVersionCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionCreatedAt = (artifactVersion: Pick<ArtifactVersion, 'createdAt'>): Date =>
  artifactVersion.createdAt
