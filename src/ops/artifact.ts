import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Artifact, ArtifactFields } from '../types/artifact/Artifact.ts'
import type { ArtifactVersion } from '../types/artifact/ArtifactVersion.ts'
import type { StorageId } from '../types/wire/ids.ts'
import { ordBy } from './compareValues.ts'
import type { Link } from './Operation.ts'
import { copyDate } from './ownValue.ts'
import { urlOf } from './urls.ts'

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
export const artifactCreatedAt = (artifact: Pick<Artifact, 'createdAt'>): Date => copyDate(artifact.createdAt)

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

/**
 * Two records are the same artifact if they have the same id.
 *
 * @example
 * ```ts
 * import { eqArtifact } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqArtifact.equals({ id: 'QTox' as StorageId }, { id: 'QTox' as StorageId }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqArtifact: Eq<Pick<Artifact, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}

/**
 * Returns the artifact's storage id.
 *
 * Opaque, and unique on its server.
 *
 * @param artifact - An artifact.
 * @returns The id.
 * @example
 * ```ts
 * import { artifactId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * artifactId({ id: 'QXJ0Og==' as StorageId }) // => 'QXJ0Og=='
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactId = (artifact: Pick<Artifact, 'id'>): StorageId => artifact.id

/**
 * Returns whether the artifact is a portfolio: a collection of links to versions of other artifacts.
 *
 * @param artifact - An artifact.
 * @returns `true` for a portfolio, `false` for a sequence, which holds the versions logged to it.
 * @example
 * ```ts
 * import { artifactIsPortfolio } from 'wandb-run-ops/ops'
 *
 * artifactIsPortfolio({ kind: 'sequence' }) // => false
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactIsPortfolio = (artifact: Pick<Artifact, 'kind'>): boolean => artifact.kind === 'portfolio'

/**
 * Returns the URL of the artifact's page.
 *
 * It points to the web app of the server that the artifact was loaded from. Each segment is percent-encoded.
 *
 * @param artifact - An artifact.
 * @returns The URL.
 * @example
 * ```ts
 * import { artifactUrl } from 'wandb-run-ops/ops'
 *
 * const artifact = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision', type: 'model', name: 'best model' }
 *
 * artifactUrl(artifact) // => 'https://wandb.ai/team/vision/artifacts/model/best%20model'
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactUrl = (artifact: Pick<Artifact, 'appUrl' | 'entity' | 'name' | 'project' | 'type'>): string => {
  const { appUrl, entity, name, project, type } = artifact
  return urlOf(appUrl, [entity, project, 'artifacts', type, name])
}

/**
 * Returns a link to the artifact's page, labeled with the artifact's name.
 *
 * @param artifact - An artifact.
 * @returns The label and the URL.
 * @example
 * ```ts
 * import { artifactLink } from 'wandb-run-ops/ops'
 *
 * const artifact = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision', type: 'model', name: 'best' }
 *
 * artifactLink(artifact) // => { name: 'best', url: 'https://wandb.ai/team/vision/artifacts/model/best' }
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactLink = (artifact: Pick<Artifact, 'appUrl' | 'entity' | 'name' | 'project' | 'type'>): Link => {
  const url = artifactUrl(artifact)
  return url === undefined ? (undefined as never) : { name: artifact.name, url }
}

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

/**
 * Orders artifacts by name, compared by UTF-16 code units; artifacts of different projects with the same name tie.
 *
 * @example
 * ```ts
 * import { ordArtifactByName } from 'wandb-run-ops/ops'
 *
 * ordArtifactByName.compare({ name: 'data' }, { name: 'model' }) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordArtifactByName: Ord<Pick<Artifact, 'name'>> = /* @__PURE__ */ ordBy(artifactName)

/**
 * Orders artifacts by creation time, oldest first.
 *
 * @example
 * ```ts
 * import { ordArtifactByCreatedAt } from 'wandb-run-ops/ops'
 *
 * ordArtifactByCreatedAt.compare({ createdAt: new Date(1) }, { createdAt: new Date(0) }) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordArtifactByCreatedAt: Ord<Pick<Artifact, 'createdAt'>> = /* @__PURE__ */ ordBy(
  (artifact: Pick<Artifact, 'createdAt'>) => artifact.createdAt,
)

/**
 * Returns the entity that owns the artifact's project.
 *
 * @param artifact - An artifact.
 * @returns The entity's name.
 * @example
 * ```ts
 * import { artifactEntity } from 'wandb-run-ops/ops'
 *
 * artifactEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactEntity = (artifact: Pick<Artifact, 'entity'>): string => artifact.entity

/**
 * Returns the artifact's project.
 *
 * @param artifact - An artifact.
 * @returns The project's name.
 * @example
 * ```ts
 * import { artifactProject } from 'wandb-run-ops/ops'
 *
 * artifactProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactProject = (artifact: Pick<Artifact, 'project'>): string => artifact.project

/**
 * Returns the artifact's tags.
 *
 * In the server's order.
 *
 * @param artifact - An artifact.
 * @returns The tags; empty if there are none.
 * @example
 * ```ts
 * import { artifactTags } from 'wandb-run-ops/ops'
 *
 * artifactTags({ tags: ['reviewed'] }) // => ['reviewed']
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactTags = (artifact: Pick<Artifact, 'tags'>): ReadonlyArray<string> => artifact.tags

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

/**
 * Returns when the artifact was last updated.
 *
 * @param artifact - An artifact.
 * @returns The time of the last update; `undefined` if the server does not report it.
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
export const artifactUpdatedAt = (artifact: Pick<Artifact, 'updatedAt'>): Date | undefined =>
  copyDate(artifact.updatedAt)

/**
 * Returns the artifact's versions.
 *
 * All of them, in the server's order.
 *
 * @param artifact - An artifact, loaded with `versions`.
 * @returns The versions; empty if there are none.
 * @example
 * ```ts
 * import { artifactVersions } from 'wandb-run-ops/ops'
 *
 * artifactVersions({ versions: [] }) // => []
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactVersions = (artifact: Pick<ArtifactFields, 'versions'>): ReadonlyArray<ArtifactVersion> =>
  artifact.versions
