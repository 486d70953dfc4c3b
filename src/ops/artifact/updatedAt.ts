import type { Artifact } from '../../types/Artifact.ts'

/**
 * Returns when the artifact was last updated.
 *
 * @param artifact - An artifact.
 * @returns The time of the last update; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { artifactUpdatedAt } from 'wandb-run-ops/ops'
 *
 * artifactUpdatedAt({ updatedAt: undefined }) // => undefined
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactUpdatedAt = (artifact: Pick<Artifact, 'updatedAt'>): Date | undefined => artifact.updatedAt
