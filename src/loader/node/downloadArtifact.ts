import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ArtifactEntry } from '../../types/ArtifactEntry.ts'
import type { ArtifactVersionQuery } from '../artifact/loadArtifactVersion.ts'
import type { Client } from '../Client.ts'
import { fetchManifest } from '../internal/artifact/fetchManifest.ts'
import { resolveVersion } from '../internal/artifact/resolveVersion.ts'
import { isCount } from '../internal/run/checkQuery.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Progress } from '../query.ts'
import { artifactDownloads } from './internal/artifactDownloads.ts'
import type { Downloaded } from './internal/download.ts'
import { referenceAddress } from './internal/referenceAddress.ts'

/**
 * Which artifact version to download, and where to.
 *
 * @category Downloads
 * @since 0.1.0
 */
export interface ArtifactDownloadQuery extends ArtifactVersionQuery {
  /** The folder that the files go to; it is made where it is not there. */
  readonly folder: string
  /** Only files whose path begins so, such as `weights/`. */
  readonly pathPrefix?: string | undefined
  /**
   * What to do with files that W&B does not hold: `report` leaves them, which is the default; `fetch` fetches those on
   * the web and those of other artifacts, and leaves the rest.
   */
  readonly references?: 'fetch' | 'report' | undefined
  /** How many files to fetch at a time; 8 by default. */
  readonly concurrency?: number | undefined
  /** Told how many bytes are there, of how many. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A file of an artifact version that is on the disk.
 *
 * @category Downloads
 * @since 0.1.0
 */
export interface DownloadedArtifactFile extends Downloaded {
  /** Its path within the version. */
  readonly name: string
}

/**
 * A file of an artifact version that could not be had, and why.
 *
 * @category Downloads
 * @since 0.1.0
 */
export interface FailedArtifactFile {
  /** Its path within the version. */
  readonly name: string
  /** Why. */
  readonly error: LoadError
}

/**
 * What became of the files of an artifact version.
 *
 * @category Downloads
 * @since 0.1.0
 */
export interface ArtifactDownload {
  /** The folder, absolute. */
  readonly folder: string
  /** The files that are there now, by the order of their paths. */
  readonly files: ReadonlyArray<DownloadedArtifactFile>
  /** The files that could not be had. */
  readonly failures: ReadonlyArray<FailedArtifactFile>
  /** The files that W&B does not hold, and that were not fetched. */
  readonly references: ReadonlyArray<ArtifactEntry>
  /** Whether every file that was asked for is there; `references` do not count. */
  readonly complete: boolean
}

const mistake = ({ concurrency, folder, pathPrefix, references }: ArtifactDownloadQuery): LoadError | undefined => {
  const refuse = (field: string, reason: string): LoadError => loadError({ _tag: 'InvalidQuery', field, reason })
  if (typeof folder !== 'string' || folder === '') return refuse('folder', 'must be the path of a folder')
  if (pathPrefix !== undefined && typeof pathPrefix !== 'string') return refuse('pathPrefix', 'must be a text')
  if (references !== undefined && references !== 'fetch' && references !== 'report')
    return refuse('references', 'must be "fetch" or "report"')
  return concurrency === undefined || isCount(concurrency)
    ? undefined
    : refuse('concurrency', 'must be a whole number from 1')
}

/**
 * Downloads the files of an artifact version into a folder.
 *
 * Each file is checked against the MD5 in the manifest, and stands under its name only when it is whole. A file that is
 * there already and is the same is kept without a request, so that a download that was cut short goes on where it
 * stopped. Other files in the folder stay. A name that would lead out of the folder is refused. One file that cannot be
 * had is one of `failures`, and the rest comes. The API key is not sent to where the files are kept.
 *
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
  async () => {
    const { pathPrefix = '', references = 'report', signal } = query
    const wrong = mistake(query)
    if (wrong !== undefined) return E.left(wrong)
    const target = await resolveVersion(client, query.artifactVersion, signal)
    if (E.isLeft(target)) return target
    const fetched = await fetchManifest(client, target.right, signal)
    if (E.isLeft(fetched)) return fetched
    const folder = resolve(query.folder)
    const entries = fetched.right.manifest.entries.filter(({ path }) => path.startsWith(pathPrefix))
    const isLeft = ({ ref }: ArtifactEntry): boolean =>
      ref !== undefined && (references === 'report' || referenceAddress(ref) === undefined)
    const wanted = entries.filter((entry) => !isLeft(entry))
    const done = await artifactDownloads(client, { ...query, folder, id: fetched.right.id, entries: wanted })
    if (E.isLeft(done)) return done
    const { files, failures } = done.right
    return E.right({ folder, files, failures, references: entries.filter(isLeft), complete: failures.length === 0 })
  }
