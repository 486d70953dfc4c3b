import type { Artifact } from '../../types/Artifact.ts'

/**
 * Gives when the artifact last changed.
 *
 * @param artifact - An artifact.
 * @returns The moment; `undefined` where the server does not tell.
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
