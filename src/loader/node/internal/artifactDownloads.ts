import * as E from 'fp-ts/lib/Either.js'
import type { ArtifactEntry } from '../../../types/ArtifactEntry.ts'
import type { Client } from '../../Client.ts'
import { inPool } from '../../internal/paging/inPool.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { Progress } from '../../query.ts'
import { addressOf, artifactAddresses } from './artifactAddresses.ts'
import { type Downloaded, download } from './download.ts'
import { isSameFile } from './isSameFile.ts'
import { referenceAddress } from './referenceAddress.ts'
import { safePath } from './safePath.ts'

/** The files of a version to download, and the target folder. */
export interface ArtifactDownloads {
  /** The id of the artifact version. */
  readonly id: string
  readonly folder: string
  readonly entries: ReadonlyArray<ArtifactEntry>
  readonly concurrency?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** The results, in the order of the entries. */
export interface ArtifactOutcome {
  readonly files: ReadonlyArray<Downloaded & { readonly name: string }>
  readonly failures: ReadonlyArray<{ readonly name: string; readonly error: LoadError }>
}

type Outcome = E.Either<LoadError, Downloaded>

const missing = (name: string): LoadError => loadError({ _tag: 'NotFound', what: 'file', path: name.slice(0, 200) })

/** Downloads files of an artifact version. A failed file does not stop the others. */
export const artifactDownloads = async (
  client: Client,
  { id, folder, entries, concurrency = 8, signal, onProgress }: ArtifactDownloads,
): Promise<E.Either<LoadError, ArtifactOutcome>> => {
  const outcomes = new Map<string, Outcome>()
  const total = entries.reduce((sum, { size = 0 }) => sum + size, 0)
  let loaded = 0
  const onBytes = (count: number): void => {
    loaded += count
    onProgress?.({ phase: 'bytes', loaded, total })
  }

  const each = (
    list: ReadonlyArray<ArtifactEntry>,
    work: (entry: ArtifactEntry) => Promise<Outcome | undefined>,
  ): Promise<E.Either<LoadError, unknown>> =>
    inPool(
      list,
      concurrency,
      async (entry) => {
        if (signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
        const outcome = await work(entry)
        if (outcome !== undefined) outcomes.set(entry.path, outcome)
        return E.right(undefined)
      },
      signal,
    )

  const fetchFrom = async (
    entry: ArtifactEntry,
    url: E.Either<LoadError, string>,
    renew?: () => Promise<E.Either<LoadError, string>>,
  ): Promise<Outcome> => {
    if (E.isLeft(url)) return url
    const { path: name, size, digest: md5 } = entry
    return download(client, { folder, name, url: url.right, renew, anonymous: true, size, md5, signal, onBytes })
  }

  // An identical existing file needs no URL.
  const checked = await each(entries, async ({ path, size, digest: md5 }) => {
    const at = safePath(folder, path)
    if (E.isLeft(at)) return at
    if (!(await isSameFile(at.right, { size, md5 }, signal))) return undefined
    onBytes(size ?? 0)
    return E.right({ path: at.right, size: size ?? 0, kept: true })
  })
  if (E.isLeft(checked)) return checked

  const rest = entries.filter(({ path }) => !outcomes.has(path))
  const stored = new Map(rest.filter(({ ref }) => ref === undefined).map((entry) => [entry.path, entry]))
  for await (const page of artifactAddresses(client, id, new Set(stored.keys()), signal)) {
    if (E.isLeft(page)) return page
    const listed = [...page.right.keys()].flatMap((name) => stored.get(name) ?? [])
    const read = await each(listed, (entry) => {
      const url = page.right.get(entry.path)
      const renew = () => addressOf(client, id, entry.path, signal)
      return fetchFrom(entry, url === undefined ? E.left(missing(entry.path)) : E.right(url), renew)
    })
    if (E.isLeft(read)) return read
  }

  const elsewhere = rest.filter(({ ref }) => ref !== undefined)
  const read = await each(elsewhere, async (entry) => {
    const address = referenceAddress(entry.ref ?? '')
    if (address === undefined) return E.left(missing(entry.path))
    if (address.kind === 'url') return fetchFrom(entry, E.right(address.url))
    const ask = () => addressOf(client, address.id, address.name, signal)
    return fetchFrom(entry, await ask(), ask)
  })
  if (E.isLeft(read)) return read
  if (signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))

  const files: Array<Downloaded & { readonly name: string }> = []
  const failures: Array<{ readonly name: string; readonly error: LoadError }> = []
  for (const { path: name } of entries) {
    const outcome = outcomes.get(name) ?? E.left(missing(name))
    if (E.isRight(outcome)) files.push({ ...outcome.right, name })
    else failures.push({ name, error: outcome.left })
  }
  return E.right({ files, failures })
}
