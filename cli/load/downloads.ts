import * as E from 'fp-ts/lib/Either.js'
import { fileDownloadUrl } from '../../src/client/fetchBytes.ts'
import { mapConcurrently } from '../../src/client/graphql/mapConcurrently.ts'
import { fetchManifest } from '../../src/loader/artifact/loadArtifactManifest.ts'
import { resolveVersion } from '../../src/loader/artifact/resolve.ts'
import { type Client, type LoadError, loadFile, loadFiles } from '../../src/loader/index.ts'
import { artifactDownloads, resolveReference } from '../../src/node/artifactDownloads.ts'
import { type Downloaded, downloadToFolder } from '../../src/node/download.ts'
import { safePath } from '../../src/node/safePath.ts'
import type { DecodeFailure, RunFile } from '../../src/types/index.ts'
import { settled } from './settled.ts'

/** Which files to download, and where to. */
export interface DownloadPlan {
  /** The absolute path of the folder. */
  readonly folder: string
  readonly isWanted: (name: string) => boolean
  readonly onBytes: (loaded: number, total: number | undefined) => void
}

/** What was downloaded. */
export interface DownloadReport {
  readonly files: ReadonlyArray<Downloaded>
  readonly errors: ReadonlyArray<{ readonly name: string; readonly error: LoadError }>
  /** The files that could not be listed. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** How many references to files that W&B does not store were left out. */
  readonly references: number
}

/** How many files are downloaded at once. */
const AT_ONCE = 8

/**
 * Downloads files of an artifact version.
 *
 * @param follow - Whether to download references to the web and to other artifacts as well.
 */
export const downloadVersion = async (
  client: Client,
  version: { readonly id: string },
  { folder, isWanted, onBytes }: DownloadPlan,
  follow: boolean,
): Promise<DownloadReport> => {
  const target = await settled(resolveVersion(client, version, undefined))
  const { id, manifest } = await settled(fetchManifest(client, target, undefined))
  const wanted = manifest.entries.filter(({ path }) => isWanted(path))
  const entries = wanted.filter(({ ref }) => ref === undefined || (follow && resolveReference(ref) !== undefined))
  const { files, failures: errors } = await settled(
    artifactDownloads(client, {
      id,
      folder,
      entries,
      concurrency: AT_ONCE,
      onProgress: ({ loaded, total }) => onBytes(loaded, total),
    }),
  )
  return { files, errors, failures: [], references: wanted.length - entries.length }
}

const downloadRunFile = async (
  client: Client,
  run: string,
  file: RunFile,
  folder: string,
  onBytes: (count: number) => void,
): Promise<E.Either<LoadError, Downloaded>> => {
  const address = fileDownloadUrl(file)
  // A name that leads out of the folder is refused before anything is asked about it.
  const path = safePath(folder, file.name)
  if (E.isLeft(path)) return path
  const renew = async (): Promise<E.Either<LoadError, string>> =>
    E.map((found: RunFile) => fileDownloadUrl(found)?.url ?? '')(await loadFile({ run, name: file.name })(client)())
  const { url, anonymous } = address ?? { url: '', anonymous: true }
  const first = address === undefined ? await renew() : E.right(url)
  if (E.isLeft(first)) return first
  const { name, size, md5 } = file
  return downloadToFolder(client, { folder, name, size, md5, url: first.right, anonymous, renew, onBytes })()
}

/** Downloads files of a run. */
export const downloadRunFiles = async (
  client: Client,
  run: string,
  { folder, isWanted, onBytes }: DownloadPlan,
): Promise<DownloadReport> => {
  const { items, failures } = await settled(loadFiles({ run })(client))
  const wanted = items.filter(({ name }) => isWanted(name))
  const total = wanted.reduce((sum, { size = 0 }) => sum + size, 0)
  const files: Array<Downloaded> = []
  const errors: Array<{ readonly name: string; readonly error: LoadError }> = []
  let loaded = 0
  const add = (count: number): void => {
    loaded += count
    onBytes(loaded, total)
  }
  await mapConcurrently(
    wanted,
    AT_ONCE,
    async (file) => {
      const done = await downloadRunFile(client, run, file, folder, add)
      if (E.isLeft(done)) errors.push({ name: file.name, error: done.left })
      else files.push(done.right)
      if (E.isRight(done) && done.right.kept) add(done.right.size)
      return E.right(undefined)
    },
    undefined,
  )
  return { files, errors, failures, references: 0 }
}
