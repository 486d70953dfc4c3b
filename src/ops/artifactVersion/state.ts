import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the version's state: `COMMITTED` if complete, otherwise `PENDING` or `DELETED`.
 *
 * @param artifactVersion - An artifact version.
 * @returns The state; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { artifactVersionState } from 'wandb-run-ops/ops'
 *
 * artifactVersionState({ state: 'COMMITTED' }) // => 'COMMITTED'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionState = (artifactVersion: Pick<ArtifactVersion, 'state'>): string | undefined =>
  artifactVersion.state
