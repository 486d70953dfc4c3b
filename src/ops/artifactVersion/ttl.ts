import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the version's time to live, in seconds from its creation.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number of seconds; `undefined` if the version never expires or its time to live was not loaded.
 * @example
 * ```ts
 * import { artifactVersionTtlDurationSeconds } from 'wandb-run-ops/ops'
 *
 * artifactVersionTtlDurationSeconds({ ttlDurationSeconds: 86400 }) // => 86400
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionTtlDurationSeconds = (
  artifactVersion: Pick<ArtifactVersion, 'ttlDurationSeconds'>,
): number | undefined => artifactVersion.ttlDurationSeconds

/**
 * Returns whether the version inherits its time to live from its collection or project.
 *
 * @param artifactVersion - An artifact version.
 * @returns `undefined` if it was not loaded.
 * @example
 * ```ts
 * import { artifactVersionTtlIsInherited } from 'wandb-run-ops/ops'
 *
 * artifactVersionTtlIsInherited({ ttlIsInherited: true }) // => true
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionTtlIsInherited = (
  artifactVersion: Pick<ArtifactVersion, 'ttlIsInherited'>,
): boolean | undefined => artifactVersion.ttlIsInherited
