import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Gives the last history step of the run that logged the version, at the moment it did.
 *
 * @param artifactVersion - An artifact version.
 * @returns The step; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { artifactVersionHistoryStep } from 'wandb-run-ops/ops'
 *
 * artifactVersionHistoryStep({ historyStep: 120 }) // => 120
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionHistoryStep = (artifactVersion: Pick<ArtifactVersion, 'historyStep'>): number | undefined =>
  artifactVersion.historyStep
