import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import {
  type LineageField,
  type LoggedBy,
  type LoggedByQuery,
  loadLoggedBy,
  loadUsedBy,
  loggedByShape,
  type UsedByQuery,
  usedByShape,
} from '../../loader/artifact/lineage.ts'
import {
  type ArtifactFilesQuery,
  artifactFilesShape,
  loadArtifactFiles,
} from '../../loader/artifact/loadArtifactFiles.ts'
import { loadArtifactManifest } from '../../loader/artifact/loadArtifactManifest.ts'
import { loadArtifactMemberships } from '../../loader/artifact/loadArtifactMemberships.ts'
import {
  type ArtifactVersionQuery,
  artifactVersionShape,
  loadArtifactVersion,
} from '../../loader/artifact/loadArtifactVersion.ts'
import type { ArtifactVersionReference } from '../../loader/artifact/resolve.ts'
import type { ArtifactManifest } from '../../types/artifact/ArtifactManifest.ts'
import type { ArtifactMembership } from '../../types/artifact/ArtifactMembership.ts'
import type { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import type { ArtifactFile } from '../../types/file/ArtifactFile.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField } from '../../types/run/RunHeavy.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import type { LoopOptions, WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import { looped, type Options, readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'
import type { LoadedRun } from './RunsValue.ts'

type LineageRun<F extends LineageField> = LoadedRun<F, ConfigDict, SummaryDict>

/**
 * The loads of artifact versions.
 *
 * @category Door
 * @since 0.2.0
 */
export interface ArtifactVersionLoads {
  /** Loads one artifact version, such as `team/vision/model:v3`; without an alias, `latest`. */
  artifactVersion(
    artifactVersion: ArtifactVersionReference | ArtifactVersionQuery,
    options?: Options<ArtifactVersionQuery, 'artifactVersion'>,
  ): Promise<ArtifactVersion>

  /** The files of an artifact version. */
  artifactFiles(
    artifactVersion: ArtifactVersionReference | (ArtifactFilesQuery & LoopOptions),
    options?: Options<ArtifactFilesQuery, 'artifactVersion'> & LoopOptions,
  ): WandbList<Listed<ArtifactFile>, ArtifactFile>

  /** Loads the manifest of an artifact version: the path, size and digest of each entry. */
  artifactManifest(
    artifactVersion: ArtifactVersionReference | ArtifactVersionQuery,
    options?: Options<ArtifactVersionQuery, 'artifactVersion'>,
  ): Promise<ArtifactManifest>

  /** The artifacts that an artifact version belongs to, with its number and aliases in each. */
  artifactMemberships(
    artifactVersion: ArtifactVersionReference | (ArtifactVersionQuery & LoopOptions),
    options?: Options<ArtifactVersionQuery, 'artifactVersion'> & LoopOptions,
  ): WandbList<Listed<ArtifactMembership>, ArtifactMembership>

  /** Loads the run, or else the user, that logged an artifact version. */
  loggedBy<F extends LineageField = DefaultField>(
    artifactVersion: ArtifactVersionReference | LoggedByQuery<F>,
    options?: Options<LoggedByQuery<F>, 'artifactVersion'>,
  ): Promise<LoggedBy<LineageRun<F>>>

  /** The runs of any project that used an artifact version. */
  usedBy<F extends LineageField = DefaultField>(
    artifactVersion: ArtifactVersionReference | (UsedByQuery<F> & LoopOptions),
    options?: Options<UsedByQuery<F>, 'artifactVersion'> & LoopOptions,
  ): WandbList<Listed<LineageRun<F>>, LineageRun<F>>
}

const listUsedBy = (client: Client) => (version: unknown, options: unknown) =>
  loadedList(client, loadUsedBy<DefaultField>, () => readQuery(looped(usedByShape), version, options), {
    what: 'runs',
  })

/** Makes the loads of artifact versions. */
export const artifactVersionLoads = (client: Client): ArtifactVersionLoads => ({
  artifactVersion: async (version, options) =>
    settle(loadArtifactVersion(readQuery(artifactVersionShape, version, options))(client)),
  artifactFiles: (version, options) =>
    loadedList(client, loadArtifactFiles, () => readQuery(looped(artifactFilesShape), version, options), {
      what: 'files',
    }),
  artifactManifest: async (version, options) =>
    settle(loadArtifactManifest(readQuery(artifactVersionShape, version, options))(client)),
  artifactMemberships: (version, options) =>
    loadedList(client, loadArtifactMemberships, () => readQuery(looped(artifactVersionShape), version, options), {
      what: 'memberships',
      isPaged: () => false,
    }),
  loggedBy: (async (version: unknown, options: unknown) =>
    settle(loadLoggedBy(readQuery(loggedByShape, version, options))(client))) as ArtifactVersionLoads['loggedBy'],
  usedBy: listUsedBy(client) as ArtifactVersionLoads['usedBy'],
})
