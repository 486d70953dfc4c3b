import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Gives the state of the version: `COMMITTED` when it is whole, `PENDING` or `DELETED` otherwise.
 *
 * @param artifactVersion - An artifact version.
 * @returns The state; `undefined` where the server does not tell.
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
