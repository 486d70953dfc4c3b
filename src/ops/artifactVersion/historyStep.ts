import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the last history step of the run when it logged the version.
 *
 * @param artifactVersion - An artifact version.
 * @returns The step; `undefined` if the server does not report it.
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
