import { createHash } from 'node:crypto'
import { signature } from '../store/filePaths.ts'
import type { ArtifactRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { json, type Reply } from './reply.ts'

export const isSigned = (url: URL): boolean => url.searchParams.get('signature') === signature(url.pathname)

const notFound = (): Reply => json(404, { error: 'file not found' })

/** Serves the files of runs and artifacts, and artifact manifests. */
export function fileReply(store: Store, url: URL, range: string | undefined): Reply {
  const [, , kind, ...rest] = url.pathname.split('/').map(decodeURIComponent)
  if (kind === 'manifests') {
    const artifact = store.artifact(rest[0] ?? '')
    return artifact === undefined ? notFound() : json(200, manifest(artifact))
  }
  if (kind === 'artifacts') {
    const [id = '', ...name] = rest
    const md5 = store.artifact(id)?.manifest[name.join('/')]?.digest
    return md5 === undefined ? notFound() : content(store.content(md5), md5, null, range)
  }
  const [project = '', id = '', ...name] = rest
  const run = store.project(kind ?? '', project)?.run(id)
  const file = run?.files.find((candidate) => candidate.name === name.join('/'))
  if (run === undefined || file === undefined) return notFound()
  const body = run.fileContent?.(file.name) ?? store.content(file.md5)
  return content(body, file.md5, file.mimetype, range)
}

function content(body: Uint8Array | undefined, md5: string, mimetype: string | null, range: string | undefined): Reply {
  if (body === undefined) return notFound()
  const headers = {
    'content-type': mimetype ?? 'application/octet-stream',
    'content-md5': md5,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    'accept-ranges': 'bytes',
  }
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (from === undefined) return { status: 200, headers, body }
  const end = Math.min(to === undefined || to === '' ? body.length - 1 : Number(to), body.length - 1)
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${end}/${body.length}` },
    body: body.subarray(Number(from), end + 1),
  }
}

const manifest = (artifact: ArtifactRecord): unknown => ({
  version: 1,
  storagePolicy: 'wandb-storage-policy-v1',
  storagePolicyConfig: { storageLayout: 'V2' },
  contents: Object.fromEntries(
    Object.entries(artifact.manifest).map(([path, entry]) => [
      path,
      { digest: entry.digest, size: entry.size, ...(entry.ref === undefined ? {} : { ref: entry.ref }) },
    ]),
  ),
})
