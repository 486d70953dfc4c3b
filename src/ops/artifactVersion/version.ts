import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the version's number in its collection: 3 for `v3`.
 *
 * Query panels use this name; {@link artifactVersionNumber} returns the same number.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number, from 0.
 * @example
 * ```ts
 * import { artifactVersionVersionId } from 'wandb-run-ops/ops'
 *
 * artifactVersionVersionId({ version: 3 }) // => 3
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionVersionId = (artifactVersion: Pick<ArtifactVersion, 'version'>): number =>
  artifactVersion.version

/**
 * Returns the version's number in its collection: 3 for `v3`.
 *
 * The same number as {@link artifactVersionVersionId}.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number, from 0.
 * @example
 * ```ts
 * import { artifactVersionNumber } from 'wandb-run-ops/ops'
 *
 * artifactVersionNumber({ version: 3 }) // => 3
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionNumber = (artifactVersion: Pick<ArtifactVersion, 'version'>): number =>
  artifactVersion.version
