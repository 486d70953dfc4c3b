import { createHash } from 'node:crypto'
import type { Exports } from '../parquet/exports.ts'
import type { Store } from '../store/store.ts'
import type { Reply } from './reply.ts'

const errorReply = (status: number, code: string, message: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
})

export interface StorageRequest {
  readonly method: string
  readonly url: URL
  readonly range: string | undefined
  readonly authorization: string | undefined
  /** Ignore the range and send the whole file. */
  readonly ignoreRange: boolean
}

/** Serves signed URLs like an object store: range requests work, an `Authorization` header is rejected. */
export function storageReply(store: Store, exports: Exports, request: StorageRequest): Reply {
  const { method, url, range, authorization } = request
  if (method !== 'GET' && method !== 'HEAD') return errorReply(405, 'MethodNotAllowed', 'Only GET and HEAD')
  if (authorization !== undefined)
    return errorReply(
      400,
      'InvalidArgument',
      'Only one auth mechanism allowed: the signature or the Authorization header',
    )
  if (!exports.isValid(url)) return errorReply(403, 'AccessDenied', 'Request has expired')
  const [, , entity = '', project = '', id = '', name = ''] = url.pathname.split('/').map(decodeURIComponent)
  const run = store.project(entity, project)?.run(id)
  const index = /^(\d+)\.runhistory\.parquet$/.exec(name)?.[1]
  const body = run === undefined || index === undefined ? undefined : exports.file(run, Number(index))
  if (body === undefined) return errorReply(404, 'NoSuchKey', 'The specified key does not exist')
  const headers = {
    'content-type': 'application/octet-stream',
    'accept-ranges': 'bytes',
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
  }
  const [, first = '', last = ''] = request.ignoreRange ? [] : (/^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [])
  if (first === '' && last === '') return { status: 200, headers, body }
  const from = first === '' ? Math.max(0, body.length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? body.length : Math.min(Number(last) + 1, body.length)
  if (from >= to)
    return errorReply(416, 'InvalidRange', 'The requested range is not satisfiable', {
      'content-range': `bytes */${body.length}`,
    })
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to - 1}/${body.length}` },
    body: body.subarray(from, to),
  }
}
