import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the version's first alias other than a version alias, such as `latest`.
 *
 * Without such an alias, it is `v` and the version number.
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
 * Returns all aliases of the version in its collection.
 *
 * In the server's order; includes `v` and the version number if the server lists it.
 *
 * @param artifactVersion - An artifact version.
 * @returns The aliases; empty if there are none.
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
