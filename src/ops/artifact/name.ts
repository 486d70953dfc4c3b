import type { Artifact } from '../../types/Artifact.ts'

/**
 * Returns the artifact's name, such as `model`.
 *
 * @param artifact - An artifact.
 * @returns The name.
 * @example
 * ```ts
 * import { artifactName } from 'wandb-run-ops/ops'
 *
 * artifactName({ name: 'model' }) // => 'model'
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactName = (artifact: Pick<Artifact, 'name'>): string => artifact.name
