import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { type ArtifactQuery, artifactShape, loadArtifact } from '../../loader/artifact/loadArtifact.ts'
import { type ArtifactsQuery, artifactsShape, loadArtifacts } from '../../loader/artifact/loadArtifacts.ts'
import {
  type ArtifactTypeQuery,
  type ArtifactTypesQuery,
  artifactTypeShape,
  artifactTypesShape,
  loadArtifactType,
  loadArtifactTypes,
} from '../../loader/artifact/loadArtifactTypes.ts'
import {
  type ArtifactVersionsQuery,
  artifactVersionsShape,
  loadArtifactVersions,
} from '../../loader/artifact/loadArtifactVersions.ts'
import type { ArtifactReference } from '../../loader/artifact/resolve.ts'
import type { ProjectReference } from '../../loader/request/references.ts'
import type { Artifact, ArtifactHeavyField, ArtifactWith } from '../../types/artifact/Artifact.ts'
import type { ArtifactType } from '../../types/artifact/ArtifactType.ts'
import type { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import type { LoopOptions, WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import { looped, type Options, readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

/**
 * The loads of artifacts.
 *
 * @category Door
 * @since 0.2.0
 */
export interface ArtifactLoads {
  /** Loads one artifact: the collection, without a version. `fields` can add its `versions` and `aliases`. */
  artifact<F extends ArtifactHeavyField = never>(
    artifact: ArtifactReference | ArtifactQuery<F>,
    options?: Options<ArtifactQuery<F>, 'artifact'>,
  ): Promise<ArtifactWith<F>>

  /** The artifacts of a project. */
  artifacts(
    project?: ProjectReference | (ArtifactsQuery & LoopOptions),
    options?: Options<ArtifactsQuery, 'project'> & LoopOptions,
  ): WandbList<Listed<Artifact>, Artifact>

  /** The versions of an artifact. */
  artifactVersions(
    artifact: ArtifactReference | (ArtifactVersionsQuery & LoopOptions),
    options?: Options<ArtifactVersionsQuery, 'artifact'> & LoopOptions,
  ): WandbList<Listed<ArtifactVersion>, ArtifactVersion>

  /** Loads one type of artifact, such as `model`, of the client's project or of `project`. */
  artifactType(type: string | ArtifactTypeQuery, options?: Options<ArtifactTypeQuery, 'type'>): Promise<ArtifactType>

  /** The types of a project's artifacts. */
  artifactTypes(
    project?: ProjectReference | (ArtifactTypesQuery & LoopOptions),
    options?: Options<ArtifactTypesQuery, 'project'> & LoopOptions,
  ): WandbList<Listed<ArtifactType>, ArtifactType>
}

/** Makes the loads of artifacts. */
export const artifactLoads = (client: Client): ArtifactLoads => ({
  artifact: (async (artifact: unknown, options: unknown) =>
    settle(loadArtifact(readQuery(artifactShape, artifact, options))(client))) as ArtifactLoads['artifact'],
  artifacts: (project, options) =>
    loadedList(client, loadArtifacts, () => readQuery(looped(artifactsShape), project, options), { what: 'artifacts' }),
  artifactVersions: (artifact, options) =>
    loadedList(client, loadArtifactVersions, () => readQuery(looped(artifactVersionsShape), artifact, options), {
      what: 'artifact versions',
      // The server does not filter by tags, so that a part of the matching versions has no cursor.
      isPaged: ({ tags = [] }) => tags.length === 0,
    }),
  artifactType: async (type, options) => settle(loadArtifactType(readQuery(artifactTypeShape, type, options))(client)),
  artifactTypes: (project, options) =>
    loadedList(client, loadArtifactTypes, () => readQuery(looped(artifactTypesShape), project, options), {
      what: 'artifact types',
    }),
})
