import * as E from 'fp-ts/lib/Either.js'
import { loadArtifactFiles } from '../../artifact/loadArtifactFiles.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** Up to this number, files are requested by name instead of listing all files of the version. */
const BY_NAME = 100

const PAGE = 1000

const notFound = (name: string): LoadError => loadError({ _tag: 'NotFound', what: 'file', path: name.slice(0, 200) })

/** Requests the current URL of one file of an artifact version. */
export const addressOf = async (
  client: Client,
  id: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, string>> => {
  const listed = await loadArtifactFiles({ artifactVersion: { id }, names: [name], pageSize: 1, signal })(client)()
  if (E.isLeft(listed)) return listed
  const url = listed.right.items.find((file) => file.name === name)?.directUrl
  return url === undefined ? E.left(notFound(name)) : E.right(url)
}

/**
 * Requests the URLs of files of an artifact version, page by page: URLs expire, so the files of a page should be fetched
 * before the next page is requested. Names that the server does not list come last, without a URL.
 */
export async function* artifactAddresses(
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
