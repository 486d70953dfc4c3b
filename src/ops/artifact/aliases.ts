import type { ArtifactFields } from '../../types/Artifact.ts'

/**
 * Gives the aliases of all versions of the artifact.
 *
 * In the server's order.
 *
 * @param artifact - An artifact, loaded with `aliases`.
 * @returns The aliases; empty where there are none.
 * @example
 * ```ts
 * import { artifactAliases } from 'wandb-run-ops/ops'
 *
 * artifactAliases({ aliases: ['latest', 'v0'] }) // => ['latest', 'v0']
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactAliases = (artifact: Pick<ArtifactFields, 'aliases'>): ReadonlyArray<string> => artifact.aliases
