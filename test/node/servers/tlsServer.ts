import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const file = (name: string): URL => new URL(`../../fixtures/tls/${name}`, import.meta.url)

/** The certificate of the authority that signed the one of the server. */
export const authorityFile = fileURLToPath(file('authority.pem'))

export interface TlsServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** A server that speaks TLS for another one, with a certificate that a private authority signed, or that is self-signed. */
export const startTlsServer = async (
  target: string,
  certificate: 'selfSigned' | 'server' = 'server',
): Promise<TlsServer> => {
  const server = createServer(
    { key: readFileSync(file('server.key')), cert: readFileSync(file(`${certificate}.pem`)) },
    (message, response) => {
      const onward = request(
        new URL(String(message.url), target),
        { method: message.method, headers: message.headers },
        (reply) => {
          response.writeHead(reply.statusCode ?? 502, reply.headers)
          reply.pipe(response)
        },
      )
      onward.on('error', () => response.writeHead(502).end())
      message.pipe(onward)
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
