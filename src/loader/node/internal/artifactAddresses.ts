import * as E from 'fp-ts/lib/Either.js'
import { loadArtifactFiles } from '../../artifact/loadArtifactFiles.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** How many files can be asked for by name in one request, rather than by listing all that the version has. */
const BY_NAME = 100

const PAGE = 1000

const noAddress = (name: string): LoadError => loadError({ _tag: 'NotFound', what: 'file', path: name.slice(0, 200) })

/** The address that one file of a version can be read from now. */
export const addressOf = async (
  client: Client,
  id: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, string>> => {
  const listed = await loadArtifactFiles({ artifactVersion: { id }, names: [name], pageSize: 1, signal })(client)()
  if (E.isLeft(listed)) return listed
  const url = listed.right.items.find((file) => file.name === name)?.directUrl
  return url === undefined ? E.left(noAddress(name)) : E.right(url)
}

/**
 * The addresses of files of a version, a page at a time: an address holds for a while only, so that the files of a page
 * are to be read before the next page is asked for. Names that the server does not list come last, without an address.
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
      // A server may list the placeholder of a file that it has not.
      if (directUrl === undefined || directUrl === '' || !missing.delete(name)) continue
      found.set(name, directUrl)
    }
    if (found.size > 0) yield E.right(found)
    if (complete || items.length === 0 || cursor === undefined || cursor === after) break
    after = cursor
  }
  if (missing.size > 0) yield E.right(new Map([...missing].map((name) => [name, undefined])))
}
