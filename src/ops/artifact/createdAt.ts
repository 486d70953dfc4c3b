import type { Artifact } from '../../types/Artifact.ts'

/**
 * Returns when the artifact was created.
 *
 * @param artifact - An artifact.
 * @returns The creation time.
 * @example
 * ```ts
 * import { artifactCreatedAt } from 'wandb-run-ops/ops'
 *
 * artifactCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactCreatedAt = (artifact: Pick<Artifact, 'createdAt'>): Date => artifact.createdAt
