import type { ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const compress = promisify(gzip)

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /** Cut the connection after so many bytes. */
  readonly resetAfter?: number
  /** Send the body in pieces over some time. */
  readonly slow?: { readonly ms: number; readonly chunks: number }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

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

const SMALL = 1024

/** Sends a reply; gives the size of the body before compression. */
export async function send(response: ServerResponse, reply: Reply, acceptsGzip: boolean): Promise<number> {
  const plain = typeof reply.body === 'string' ? Buffer.from(reply.body) : Buffer.from(reply.body)
  const headers: Record<string, string> = { ...reply.headers }
  if (reply.resetAfter !== undefined) {
    response.writeHead(reply.status, { ...headers, 'content-length': String(plain.length) })
    response.write(plain.subarray(0, reply.resetAfter))
    // The part must arrive before the reset, which would throw it away.
    await pause(20)
    response.socket?.resetAndDestroy()
    return plain.length
  }
  if (reply.slow !== undefined) {
    response.writeHead(reply.status, { ...headers, 'content-length': String(plain.length) })
    const size = Math.max(1, Math.ceil(plain.length / reply.slow.chunks))
    for (let at = 0; at < plain.length && !response.destroyed; at += size) {
      response.write(plain.subarray(at, at + size))
      await pause(reply.slow.ms / reply.slow.chunks)
    }
    response.end()
    return plain.length
  }
  const squeeze = acceptsGzip && plain.length > SMALL && headers['content-encoding'] === undefined
  const body = squeeze ? await compress(plain, { level: constants.Z_BEST_SPEED }) : plain
  if (squeeze) headers['content-encoding'] = 'gzip'
  response.writeHead(reply.status, { ...headers, 'content-length': String(body.length) })
  response.end(body)
  return plain.length
}
