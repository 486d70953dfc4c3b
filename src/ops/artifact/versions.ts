import type { ArtifactFields } from '../../types/Artifact.ts'
import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the artifact's versions.
 *
 * All of them, in the server's order.
 *
 * @param artifact - An artifact, loaded with `versions`.
 * @returns The versions; empty if there are none.
 * @example
 * ```ts
 * import { artifactVersions } from 'wandb-run-ops/ops'
 *
 * artifactVersions({ versions: [] }) // => []
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactVersions = (artifact: Pick<ArtifactFields, 'versions'>): ReadonlyArray<ArtifactVersion> =>
  artifact.versions
