import type { ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const compress = promisify(gzip)

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /** Reset the connection after this many bytes. */
  readonly resetAfter?: number
  /** Send the body in chunks over a period. */
  readonly slow?: { readonly ms: number; readonly chunks: number }
}

export const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})

export const html = (status: number, title: string): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
})

/** Smaller bodies are not compressed. */
const MIN_COMPRESSED = 1024

/** Sends a reply and returns the size of the body before compression. */
export async function send(response: ServerResponse, reply: Reply, acceptsGzip: boolean): Promise<number> {
  const plain = typeof reply.body === 'string' ? Buffer.from(reply.body) : Buffer.from(reply.body)
  const headers: Record<string, string> = { ...reply.headers }
  if (reply.resetAfter !== undefined) {
    response.writeHead(reply.status, { ...headers, 'content-length': String(plain.length) })
    response.write(plain.subarray(0, reply.resetAfter))
    // A reset discards what has not arrived yet.
    await delay(20)
    response.socket?.resetAndDestroy()
    return plain.length
  }
  if (reply.slow !== undefined) {
    response.writeHead(reply.status, { ...headers, 'content-length': String(plain.length) })
    const size = Math.max(1, Math.ceil(plain.length / reply.slow.chunks))
    for (let at = 0; at < plain.length && !response.destroyed; at += size) {
      response.write(plain.subarray(at, at + size))
      await delay(reply.slow.ms / reply.slow.chunks)
    }
    response.end()
    return plain.length
  }
  const compressed = acceptsGzip && plain.length > MIN_COMPRESSED && headers['content-encoding'] === undefined
  const body = compressed ? await compress(plain, { level: constants.Z_BEST_SPEED }) : plain
  if (compressed) headers['content-encoding'] = 'gzip'
  response.writeHead(reply.status, { ...headers, 'content-length': String(body.length) })
  response.end(body)
  return plain.length
}
