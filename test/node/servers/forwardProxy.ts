import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface ForwardProxy {
  /** The URL, with the user and password where the proxy requires them. */
  readonly url: string
  readonly host: string
  /** What went through: `CONNECT host:port`, or the method and the whole URL. */
  readonly seen: ReadonlyArray<string>
  readonly close: () => Promise<void>
}

export interface ProxyOptions {
  readonly user?: string
  readonly password?: string
  /** Answers every request for a tunnel with this status. */
  readonly refuse?: number
}

/** A forward proxy on loopback: plain requests with absolute URLs, and tunnels. */
export const startForwardProxy = async ({ user, password, refuse }: ProxyOptions = {}): Promise<ForwardProxy> => {
  const seen: Array<string> = []
  const sockets = new Set<Socket>()
  const expected =
    user === undefined ? undefined : `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}`
  const isAllowed = (message: IncomingMessage): boolean =>
    expected === undefined || message.headers['proxy-authorization'] === expected

  const server = createServer((message, response) => {
    // A careless proxy repeats what it was given.
    if (!isAllowed(message))
      return response.writeHead(407).end(JSON.stringify({ error: String(message.headers['proxy-authorization']) }))
    seen.push(`${message.method} ${message.url}`)
    const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = message.headers
    const onward = request(String(message.url), { method: message.method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(response)
    })
    onward.on('error', () => response.writeHead(502).end('bad gateway'))
    return message.pipe(onward)
  })
  server.on('connect', (message: IncomingMessage, socket: Socket, head: Buffer) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    // The client closes the connection: a proxy that does so first may be taken for one that is gone.
    const end = (status: number): void => {
      socket.write(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\n\r\n`)
    }
    if (!isAllowed(message)) return end(407)
    seen.push(`CONNECT ${message.url}`)
    if (refuse !== undefined) return end(refuse)
    const [host = '', port = ''] = String(message.url).split(/:(?=\d+$)/)
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.write(head)
      onward.pipe(socket)
      socket.pipe(onward)
    })
    sockets.add(onward)
    onward.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = user === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}@`
  return {
    url: `http://${credentials}${host}`,
    host,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
        server.closeAllConnections()
      }),
  }
}
