import type { Artifact } from '../../types/Artifact.ts'

/**
 * Returns the type of the artifact's versions, such as `dataset` or `model`.
 *
 * @param artifact - An artifact.
 * @returns The type.
 * @example
 * ```ts
 * import { artifactType } from 'wandb-run-ops/ops'
 *
 * artifactType({ type: 'dataset' }) // => 'dataset'
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactType = (artifact: Pick<Artifact, 'type'>): string => artifact.type
