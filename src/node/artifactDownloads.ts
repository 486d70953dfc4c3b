import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { aborted, notFound } from '../client/errors.ts'
import type { Progress } from '../client/graphql/loadList.ts'
import { mapConcurrently } from '../client/graphql/mapConcurrently.ts'
import type { LoadError } from '../client/LoadError.ts'
import { fail, task, unwrap } from '../client/task.ts'
import { loadArtifactFiles } from '../loader/artifact/loadArtifactFiles.ts'
import type { ArtifactEntry } from '../types/artifact/ArtifactManifest.ts'
import { type Downloaded, downloadToFolder, isSameFile } from './download.ts'
import { safePath } from './safePath.ts'

/** The target of a reference that can be followed. */
type ResolvedReference =
  | { readonly kind: 'url'; readonly url: string }
  /** A file of another artifact version. */
  | { readonly kind: 'artifact'; readonly id: string; readonly name: string }

const ARTIFACT = /^wandb-artifact:\/\/((?:[0-9a-f]{2})+)\/(.+)$/i

/**
 * Resolves a reference to a URL, or to a file of another artifact version, whose id is hexadecimal. `undefined` for
 * references that need other credentials or a local disk, such as `s3:` and `file:`.
 */
export const resolveReference = (ref: string): ResolvedReference | undefined => {
  if (/^https?:\/\//i.test(ref)) return { kind: 'url', url: ref }
  const [, hex, name] = ARTIFACT.exec(ref) ?? []
  if (hex === undefined || name === undefined) return undefined
  return { kind: 'artifact', id: Buffer.from(hex, 'hex').toString('base64'), name }
}

/** Up to this number, files are requested by name instead of listing all files of the version. */
const BY_NAME = 100

const PAGE = 1000

const missingFile = (client: Client, name: string): LoadError => notFound(client, 'file', name.slice(0, 200))

/** Requests the current URL of one file of an artifact version. */
export const artifactFileUrl = (
  client: Client,
  id: string,
  name: string,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, string> =>
  task(async function* () {
    const query = { artifactVersion: { id }, names: [name], pageSize: 1, signal }
    const { items } = yield* unwrap(loadArtifactFiles(query)(client))
    return items.find((file) => file.name === name)?.directUrl ?? (yield* fail(missingFile(client, name)))
  })

/**
 * Requests the URLs of files of an artifact version, page by page: URLs expire, so the files of a page should be fetched
 * before the next page is requested. Names that the server does not list come last, without a URL.
 */
export async function* artifactFileUrls(
  client: Client,
  id: string,
  names: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<E.Either<LoadError, ReadonlyMap<string, string | undefined>>, void, undefined> {
  const missing = new Set(names)
  const asked = names.size <= BY_NAME ? [...names] : undefined
  let after: string | undefined
  while (missing.size > 0) {
    const query = { artifactVersion: { id }, names: asked, pageSize: PAGE, limit: PAGE, after, signal }
    const listed = await loadArtifactFiles(query)(client)()
    if (E.isLeft(listed)) return yield listed
    const { items, complete, cursor } = listed.right
    const found = new Map<string, string>()
    for (const { name, directUrl } of items) {
      // A server may list a placeholder for a file that does not exist.
      if (directUrl === undefined || directUrl === '' || !missing.delete(name)) continue
      found.set(name, directUrl)
    }
    if (found.size > 0) yield E.right(found)
    if (complete || items.length === 0 || cursor === undefined || cursor === after) break
    after = cursor
  }
  if (missing.size > 0) yield E.right(new Map([...missing].map((name) => [name, undefined])))
}

/** The files of a version to download, and the target folder. */
interface ArtifactDownloads {
  /** The id of the artifact version. */
  readonly id: string
  readonly folder: string
  readonly entries: ReadonlyArray<ArtifactEntry>
  readonly concurrency?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** The results, in the order of the entries. */
interface ArtifactOutcome {
  readonly files: ReadonlyArray<Downloaded & { readonly name: string }>
  readonly failures: ReadonlyArray<{ readonly name: string; readonly error: LoadError }>
}

type Outcome = E.Either<LoadError, Downloaded>

/** Downloads files of an artifact version. A failed file does not stop the others. */
export const artifactDownloads = (
  client: Client,
  { id, folder, entries, concurrency = 8, signal, onProgress }: ArtifactDownloads,
): TaskEither<LoadError, ArtifactOutcome> =>
  task(async function* () {
    const outcomes = new Map<string, Outcome>()
    const total = entries.reduce((sum, { size = 0 }) => sum + size, 0)
    let loaded = 0
    const onBytes = (count: number): void => {
      loaded += count
      onProgress?.({ phase: 'bytes', loaded, total })
    }

    const each = (
      list: ReadonlyArray<ArtifactEntry>,
      work: (entry: ArtifactEntry, within: AbortSignal) => Promise<Outcome | undefined>,
    ): Promise<E.Either<LoadError, unknown>> =>
      mapConcurrently(
        list,
        concurrency,
        async (entry, within) => {
          if (signal?.aborted) return E.left(aborted)
          const outcome = await work(entry, within)
          if (outcome !== undefined) outcomes.set(entry.path, outcome)
          return E.right(undefined)
        },
        signal,
      )

    const fetchFrom = (
      { path: name, size, digest: md5 }: ArtifactEntry,
      url: string,
      within: AbortSignal,
      renew?: TaskEither<LoadError, string>,
    ): Promise<Outcome> =>
      downloadToFolder(client, { folder, name, url, renew, anonymous: true, size, md5, signal: within, onBytes })()

    // An identical existing file needs no URL.
    const keepExisting = async ({ path, size = 0, digest: md5 }: ArtifactEntry): Promise<Outcome | undefined> => {
      const target = safePath(folder, path)
      if (E.isLeft(target)) return target
      if (!(await isSameFile(target.right, { size, md5 }, signal))) return undefined
      onBytes(size)
      return E.right({ path: target.right, size, kept: true })
    }
    yield* unwrap(each(entries, keepExisting))

    const rest = entries.filter(({ path }) => !outcomes.has(path))
    const stored = new Map(rest.filter(({ ref }) => ref === undefined).map((entry) => [entry.path, entry]))
    for await (const page of artifactFileUrls(client, id, new Set(stored.keys()), signal)) {
      const urls = yield* unwrap(page)
      const listed = [...urls.keys()].flatMap((name) => stored.get(name) ?? [])
      const fetchListed = async (entry: ArtifactEntry, within: AbortSignal): Promise<Outcome> => {
        const url = urls.get(entry.path)
        return url === undefined
          ? E.left(missingFile(client, entry.path))
          : fetchFrom(entry, url, within, artifactFileUrl(client, id, entry.path, within))
      }
      yield* unwrap(each(listed, fetchListed))
    }

    const fetchReference = async (entry: ArtifactEntry, within: AbortSignal): Promise<Outcome> => {
      const target = resolveReference(entry.ref ?? '')
      if (target === undefined) return E.left(missingFile(client, entry.path))
      if (target.kind === 'url') return fetchFrom(entry, target.url, within)
      const ask = artifactFileUrl(client, target.id, target.name, within)
      return task(async function* () {
        return yield* unwrap(fetchFrom(entry, yield* unwrap(ask), within, ask))
      })()
    }
    const references = rest.filter(({ ref }) => ref !== undefined)
    yield* unwrap(each(references, fetchReference))
    if (signal?.aborted) return yield* fail(aborted)

    const files: Array<Downloaded & { readonly name: string }> = []
    const failures: Array<{ readonly name: string; readonly error: LoadError }> = []
    for (const { path: name } of entries) {
      const outcome = outcomes.get(name) ?? E.left(missingFile(client, name))
      if (E.isRight(outcome)) files.push({ ...outcome.right, name })
      else failures.push({ name, error: outcome.left })
    }
    return { files, failures }
  })
