import type { ArtifactFields } from '../../types/Artifact.ts'

/**
 * Returns the aliases of all the artifact's versions.
 *
 * In the server's order.
 *
 * @param artifact - An artifact, loaded with `aliases`.
 * @returns The aliases; empty if there are none.
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
