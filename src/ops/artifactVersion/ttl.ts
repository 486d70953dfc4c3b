import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Gives how long the version is kept, in seconds from its creation.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number of seconds; `undefined` where it is kept for ever, or where it was not loaded.
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
 * Tells whether how long the version is kept is a rule of its collection or project, and not its own.
 *
 * @param artifactVersion - An artifact version.
 * @returns `undefined` where it was not loaded.
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
