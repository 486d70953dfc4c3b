import { type IncomingMessage, request as requestHttp, type ServerResponse } from 'node:http'
import { request as requestHttps } from 'node:https'

/** The headers of a request that the W&B server needs; cookies and the address of the page are not among them. */
const REQUEST = [
  'accept',
  'accept-encoding',
  'authorization',
  'content-encoding',
  'content-length',
  'content-type',
  'range',
  'user-agent',
]

/** The headers of a connection do not concern the next one, and no cookie of the server belongs to this page. */
const DROPPED: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** What the server sends is data for the page, and no page of this origin if somebody opens it. */
const inert = { 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' }

/** Sends a request on to a server, and its response back. */
export const forward = (target: string, path: string, message: IncomingMessage, response: ServerResponse): void => {
  const url = new URL(`${target.replace(/\/+$/, '')}${path}`)
  const headers = Object.fromEntries(
    REQUEST.flatMap((name) => (message.headers[name] === undefined ? [] : [[name, message.headers[name]]])),
  )
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const sent = send(url, { method: message.method, headers }, (reply) => {
    const kept = Object.entries(reply.headers).filter(([name]) => !DROPPED.has(name))
    response.writeHead(reply.statusCode ?? 502, { ...Object.fromEntries(kept), ...inert })
    reply.on('error', () => response.destroy())
    reply.pipe(response)
  })
  sent.on('error', (error) => {
    if (response.headersSent) response.destroy()
    else
      response.writeHead(502, { 'content-type': 'text/plain' }).end(`Could not reach the W&B server: ${error.message}`)
  })
  response.on('close', () => sent.destroy())
  message.pipe(sent)
}
