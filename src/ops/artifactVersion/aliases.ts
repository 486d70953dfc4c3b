import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Gives the first alias of the version that is no version alias, such as `latest`.
 *
 * Where there is none, it is `v` and the number of the version.
 *
 * @param artifactVersion - An artifact version.
 * @returns The alias, always a string.
 * @example
 * ```ts
 * import { artifactVersionAlias } from 'wandb-run-ops/ops'
 *
 * artifactVersionAlias({ alias: 'latest' }) // => 'latest'
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionAlias = (artifactVersion: Pick<ArtifactVersion, 'alias'>): string => artifactVersion.alias

/**
 * Gives all aliases of the version in its collection.
 *
 * In the server's order; `v` and the number is among them where the server lists it.
 *
 * @param artifactVersion - An artifact version.
 * @returns The aliases; empty where there are none.
 * @example
 * ```ts
 * import { artifactVersionAliases } from 'wandb-run-ops/ops'
 *
 * artifactVersionAliases({ aliases: ['latest', 'v3'] }) // => ['latest', 'v3']
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionAliases = (artifactVersion: Pick<ArtifactVersion, 'aliases'>): ReadonlyArray<string> =>
  artifactVersion.aliases
