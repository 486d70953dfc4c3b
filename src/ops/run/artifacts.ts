import type { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { dual } from '../dual.ts'

/**
 * Returns the artifact versions that the run logged (its outputs).
 *
 * All of them, in server order.
 *
 * @param run - A run with its logged artifact versions.
 * @returns The versions; empty when the run logged none.
 * @example
 * ```ts
 * import { runLoggedArtifactVersions } from 'wandb-run-ops/ops'
 *
 * runLoggedArtifactVersions({ loggedArtifactVersions: [] }) // => []
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runLoggedArtifactVersions = (
  run: Pick<RunFields, 'loggedArtifactVersions'>,
): ReadonlyArray<ArtifactVersion> => run.loggedArtifactVersions

const higherVersion = (first: ArtifactVersion | undefined, second: ArtifactVersion): ArtifactVersion =>
  first !== undefined && first.version >= second.version ? first : second

const findVersion = (run: Pick<RunFields, 'loggedArtifactVersions'>, name: string): ArtifactVersion | undefined => {
  const colon = name.indexOf(':')
  const collection = colon < 0 ? name : name.slice(0, colon)
  const alias = colon < 0 ? 'latest' : name.slice(colon + 1)
  if (alias === '') return undefined
  const isNumbered = alias[0] === 'v'
  let byAlias: ArtifactVersion | undefined
  let byVersion: ArtifactVersion | undefined
  for (const version of run.loggedArtifactVersions ?? []) {
    if (version.name !== collection) continue
    if (version.aliases.includes(alias)) byAlias = higherVersion(byAlias, version)
    if (isNumbered && alias === `v${version.version}`) byVersion = higherVersion(byVersion, version)
  }
  return byAlias ?? byVersion
}

/**
 * Returns the logged artifact version with the given name and alias.
 *
 * The name ends at the first `:` and the rest is the alias. Without a `:` the alias is `latest`; an empty alias
 * matches nothing. Aliases match exactly, and `v3` also matches version number 3. A version with the alias wins
 * over one with the number; among several the highest version wins, and among equal ones the first.
 *
 * @param run - A run with its logged artifact versions.
 * @param artifactVersionName - The name of the collection, optionally with an alias after a `:`, such as
 * `model:latest`.
 * @returns The version; `undefined` when the run logged no such version.
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/lib/function.js'
 * import { runLoggedArtifactVersion } from 'wandb-run-ops/ops'
 *
 * const run = { loggedArtifactVersions: [] }
 *
 * runLoggedArtifactVersion(run, 'model:latest') // => undefined
 * pipe(run, runLoggedArtifactVersion('model:v3')) // => undefined
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runLoggedArtifactVersion: {
  (run: Pick<RunFields, 'loggedArtifactVersions'>, artifactVersionName: string): ArtifactVersion | undefined
  (artifactVersionName: string): (run: Pick<RunFields, 'loggedArtifactVersions'>) => ArtifactVersion | undefined
} = /* @__PURE__ */ dual(findVersion)

/**
 * Returns the artifact versions that the run used (its inputs).
 *
 * All of them, in server order.
 *
 * @param run - A run.
 * @returns The versions; empty when the run used none.
 * @example
 * ```ts
 * import { runUsedArtifactVersions } from 'wandb-run-ops/ops'
 *
 * runUsedArtifactVersions({ usedArtifactVersions: [] }) // => []
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runUsedArtifactVersions = (run: Pick<RunFields, 'usedArtifactVersions'>): ReadonlyArray<ArtifactVersion> =>
  run.usedArtifactVersions
