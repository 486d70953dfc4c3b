import type { Artifact } from '../../types/Artifact.ts'

/**
 * Returns the artifact's description.
 *
 * @param artifact - An artifact.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { artifactDescription } from 'wandb-run-ops/ops'
 *
 * artifactDescription({ description: 'the weights' }) // => 'the weights'
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactDescription = (artifact: Pick<Artifact, 'description'>): string | undefined => artifact.description
