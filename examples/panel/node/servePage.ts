import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PageFile } from './buildPage.ts'
import { forward } from './forward.ts'

const SERVER = '/server/'

const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Whether a request is for this server by its own name: another name can be that of a page that points here. */
const isForHost = ({ headers: { host } }: IncomingMessage, port: number): boolean =>
  host === `127.0.0.1:${port}` || host === `localhost:${port}`

/** Whether a request comes from the page itself or from no page, and not from another one. */
const isOwn = ({ headers: { host, origin, 'sec-fetch-site': site = 'none' } }: IncomingMessage): boolean =>
  (origin === undefined || origin === `http://${host}`) && (site === 'none' || site === 'same-origin')

/** Whether the user follows a link to the page: that may be on any page, which cannot read what it opens. */
const isOpened = ({ headers, method, url }: IncomingMessage): boolean =>
  method === 'GET' &&
  url === '/' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document'

/** Serves the files of the page on loopback, sends what is below `/server/` to the W&B server, and nothing else. */
export const servePage = async (
  files: ReadonlyMap<string, PageFile>,
  { port, target }: { readonly port: number; readonly target: string },
): Promise<Server> => {
  const server = createServer((message, response) => {
    const bound = (server.address() as AddressInfo).port
    const [, pathname = '', search = ''] = /^(\/[^?#]*)(\?[^#]*)?/.exec(message.url ?? '') ?? []
    const file = files.get(pathname)
    const fail = (status: number, text: string): unknown =>
      response.writeHead(status, { ...headers, 'content-type': 'text/plain' }).end(`${text}\n`)
    if (!isForHost(message, bound) || !(isOwn(message) || isOpened(message)))
      return fail(403, 'This server answers its own page only.')
    if (pathname.startsWith(SERVER) && /^(GET|HEAD|POST)$/.test(message.method ?? ''))
      return forward(target, pathname.slice(SERVER.length - 1) + search, message, response)
    if (file === undefined) return fail(404, 'Not found')
    if (message.method !== 'GET' && message.method !== 'HEAD') return fail(405, 'Method not allowed')
    response.writeHead(200, { ...headers, 'content-type': file.type })
    return response.end(message.method === 'HEAD' ? undefined : file.body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}
