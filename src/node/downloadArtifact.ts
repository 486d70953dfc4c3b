import { resolve } from 'node:path'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { invalidOption } from '../client/errors.ts'
import type { Progress } from '../client/graphql/loadList.ts'
import type { LoadError } from '../client/LoadError.ts'
import { callback, mustBe, nonEmptyString, oneOf, positiveInteger } from '../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../client/queryTask.ts'
import { fail, unwrap } from '../client/task.ts'
import { fetchManifest } from '../loader/artifact/loadArtifactManifest.ts'
import { type ArtifactVersionQuery, artifactVersionShape } from '../loader/artifact/loadArtifactVersion.ts'
import { resolveVersion } from '../loader/artifact/resolve.ts'
import type { ArtifactEntry } from '../types/artifact/ArtifactManifest.ts'
import { artifactDownloads, resolveReference } from './artifactDownloads.ts'
import type { Downloaded } from './download.ts'

/**
 * The options of {@link downloadArtifact}.
 *
 * @category Downloads
 * @since 0.1.0
 */
export interface ArtifactDownloadQuery extends ArtifactVersionQuery {
  /** The target folder; created if it does not exist. */
  readonly folder: string
  /** Only files whose path starts with this prefix, such as `weights/`. */
  readonly pathPrefix?: string | undefined
  /**
   * What to do with references to external files: `report` (the default) returns them, `fetch` downloads those on the web
   * and in other artifacts, and returns the rest.
   */
  readonly references?: 'fetch' | 'report' | undefined
  /** The number of concurrent downloads; 8 by default. */
  readonly concurrency?: number | undefined
  /** Called with the number of bytes downloaded and the total. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A downloaded file of an artifact version.
 *
 * @category Downloads
 * @since 0.1.0
 */
export interface DownloadedArtifactFile extends Downloaded {
  /** Its path within the version. */
  readonly name: string
}

/**
 * A file of an artifact version that could not be downloaded.
 *
 * @category Downloads
 * @since 0.1.0
 */
export interface FailedArtifactFile {
  /** Its path within the version. */
  readonly name: string
  /** The error. */
  readonly error: LoadError
}

/**
 * The result of {@link downloadArtifact}.
 *
 * @category Downloads
 * @since 0.1.0
 */
export interface ArtifactDownload {
  /** The absolute path of the folder. */
  readonly folder: string
  /** The files in the folder, in the order of their paths. */
  readonly files: ReadonlyArray<DownloadedArtifactFile>
  /** The files that could not be downloaded. */
  readonly failures: ReadonlyArray<FailedArtifactFile>
  /** The references to external files that were not downloaded. */
  readonly references: ReadonlyArray<ArtifactEntry>
  /** Whether every requested file was downloaded; `references` do not count. */
  readonly complete: boolean
}

const artifactDownloadShape: QueryShape<ArtifactDownloadQuery> = {
  ...artifactVersionShape,
  options: {
    ...artifactVersionShape.options,
    folder: nonEmptyString,
    pathPrefix: mustBe('a string', (value) => typeof value === 'string'),
    references: oneOf('fetch', 'report'),
    concurrency: positiveInteger,
    onProgress: callback,
  },
}

/**
 * Downloads the files of an artifact version into a folder.
 *
 * Each file is verified against the MD5 in the manifest, and gets its name once it is complete. An identical existing file is
 * kept without a request, so that an interrupted download resumes. Other files in the folder stay. A name that leads out of
 * the folder is rejected. A file that cannot be downloaded is one of `failures`, and the others are still downloaded. The API
 * key is not sent to the storage service.
 *
 * @param query - The artifact version, and the target folder.
 * @returns A function from a client to the files.
 * @example
 * ```ts no-run
 * import { orThrow } from 'wandb-run-ops/loader'
 * import { clientFromEnv, downloadArtifact } from 'wandb-run-ops/node'
 *
 * const query = { artifactVersion: 'team/vision/model:best', folder: 'models/best' }
 * const { files, failures, complete } = await orThrow(downloadArtifact(query)(clientFromEnv()))
 *
 * console.log(complete, files.length, failures.map(({ name, error }) => [name, error.message]))
 * ```
 * @category Downloads
 * @since 0.1.0
 */
export const downloadArtifact =
  (query: ArtifactDownloadQuery) =>
  (client: Client): TaskEither<LoadError, ArtifactDownload> =>
    queryTask(client, artifactDownloadShape, query, async function* (options: ArtifactDownloadQuery) {
      const { artifactVersion, pathPrefix = '', references = 'report', signal } = options
      if (options.folder === undefined) return yield* fail(invalidOption('folder', 'must be a non-empty string'))
      const target = yield* unwrap(resolveVersion(client, artifactVersion, signal))
      const { id, manifest } = yield* unwrap(fetchManifest(client, target, signal))
      const folder = resolve(options.folder)
      const entries = manifest.entries.filter(({ path }) => path.startsWith(pathPrefix))
      const isReported = ({ ref }: ArtifactEntry): boolean =>
        ref !== undefined && (references === 'report' || resolveReference(ref) === undefined)
      const wanted = entries.filter((entry) => !isReported(entry))
      const done = yield* unwrap(artifactDownloads(client, { ...options, folder, id, entries: wanted }))
      return { ...done, folder, references: entries.filter(isReported), complete: done.failures.length === 0 }
    })
