import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the entity that owns the version's collection.
 *
 * @param artifactVersion - An artifact version.
 * @returns The entity's name; `undefined` if the API key cannot see it.
 * @example
 * ```ts
 * import { artifactVersionEntity } from 'wandb-run-ops/ops'
 *
 * artifactVersionEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionEntity = (artifactVersion: Pick<ArtifactVersion, 'entity'>): string | undefined =>
  artifactVersion.entity

/**
 * Returns the project of the version's collection.
 *
 * @param artifactVersion - An artifact version.
 * @returns The project's name; `undefined` if the API key cannot see it.
 * @example
 * ```ts
 * import { artifactVersionProject } from 'wandb-run-ops/ops'
 *
 * artifactVersionProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionProject = (artifactVersion: Pick<ArtifactVersion, 'project'>): string | undefined =>
  artifactVersion.project
