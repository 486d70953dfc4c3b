import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HttpServer {
  readonly url: string
  readonly seen: ReadonlyArray<{ readonly url: string; readonly authorization: string | undefined }>
  readonly close: () => Promise<void>
}

/** A server on loopback that responds as configured, and records the credentials that it receives. */
export const startServer = async (
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  host = '127.0.0.1',
): Promise<HttpServer> => {
  const seen: Array<{ url: string; authorization: string | undefined }> = []
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', authorization: request.headers.authorization })
    request.resume()
    handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
