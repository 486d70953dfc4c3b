import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the version's metadata.
 *
 * @param artifactVersion - An artifact version.
 * @returns The metadata; empty if there is none.
 * @example
 * ```ts
 * import { artifactVersionMetadata } from 'wandb-run-ops/ops'
 *
 * artifactVersionMetadata({ metadata: { epochs: 10 } }) // => { epochs: 10 }
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionMetadata = (
  artifactVersion: Pick<ArtifactVersion, 'metadata'>,
): Readonly<Record<string, unknown>> => artifactVersion.metadata
