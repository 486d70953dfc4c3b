import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'
import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the artifact versions that the run used (its inputs).
 *
 * All of them, in server order.
 *
 * @param run - A run.
 * @returns The versions; empty when the run used none.
 * @example
 * ```ts
 * import { runUsedArtifactVersions } from 'wandb-run-ops/ops'
 *
 * runUsedArtifactVersions({ usedArtifactVersions: [] }) // => []
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runUsedArtifactVersions = (run: Pick<RunFields, 'usedArtifactVersions'>): ReadonlyArray<ArtifactVersion> =>
  run.usedArtifactVersions
