import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Asked, Seen } from './Asked.ts'

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Where answers are made: the API and the object store of a sandbox. */
export interface Origin {
  readonly url: string
  readonly storageUrl: string
}

const KEPT_HEADERS = ['content-type', 'etag', 'accept-ranges', 'content-range']

const bodyOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    // Clients end idle connections. If the server did, it could meet a request that is on its way.
    server.keepAliveTimeout = 0
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

/**
 * A server that has an answer made once and sends the same bytes again whenever the same is asked. It knows nothing of
 * what clients ask, and compresses nothing.
 */
export class Replay {
  readonly #origin: Origin
  readonly #latencyMs: number
  readonly #replies = new Map<string, Promise<Reply>>()
  readonly #servers: Server[] = []
  #requests: Asked[] = []
  #bytes = 0
  #misses = 0
  url = ''
  storageUrl = ''

  constructor(origin: Origin, latencyMs: number) {
    this.#origin = origin
    this.#latencyMs = latencyMs
  }

  async start(): Promise<void> {
    const serve = (isStorage: boolean): Promise<string> => {
      const server = createServer((message, response) => {
        this.#answer(message, response, isStorage).catch((error: unknown) => {
          response.writeHead(500)
          response.end(String(error))
        })
      })
      this.#servers.push(server)
      return listen(server)
    }
    this.url = await serve(false)
    this.storageUrl = await serve(true)
  }

  stop(): void {
    for (const server of this.#servers) {
      server.close()
      server.closeAllConnections()
    }
  }

  /** What was asked since the last time, which is forgotten. */
  seen(): Seen {
    const seen = { requests: this.#requests, bytes: this.#bytes, misses: this.#misses }
    this.#requests = []
    this.#bytes = 0
    this.#misses = 0
    return seen
  }

  async #answer(message: IncomingMessage, response: ServerResponse, isStorage: boolean): Promise<void> {
    const body = await bodyOf(message)
    const { method = 'GET', url: path = '/' } = message
    const { range } = message.headers
    const asked: Asked = { method, path, isStorage, body, ...(range === undefined ? {} : { range }) }
    this.#requests.push(asked)
    const late = this.#latencyMs > 0 ? new Promise((resolve) => setTimeout(resolve, this.#latencyMs)) : undefined
    const name = JSON.stringify([method, path, isStorage, range, body])
    let reply = this.#replies.get(name)
    if (reply === undefined) {
      this.#misses += 1
      reply = this.#make(asked, message.headers.authorization)
      this.#replies.set(name, reply)
    }
    const { status, headers, body: bytes } = await reply
    await late
    this.#bytes += method === 'HEAD' ? 0 : bytes.length
    response.writeHead(status, headers)
    response.end(method === 'HEAD' ? undefined : bytes)
  }

  async #make({ method, path, isStorage, range, body }: Asked, authorization: string | undefined): Promise<Reply> {
    const made = await fetch(`${isStorage ? this.#origin.storageUrl : this.#origin.url}${path}`, {
      method,
      headers: {
        'accept-encoding': 'identity',
        'content-type': 'application/json',
        ...(range === undefined ? {} : { range }),
        ...(authorization === undefined ? {} : { authorization }),
      },
      ...(body === '' ? {} : { body }),
    })
    const bytes = this.#readdressed(Buffer.from(await made.arrayBuffer()), isStorage)
    const kept = KEPT_HEADERS.flatMap((name) => {
      const value = made.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    const length = method === 'HEAD' ? (made.headers.get('content-length') ?? '0') : String(bytes.length)
    return { status: made.status, headers: { ...Object.fromEntries(kept), 'content-length': length }, body: bytes }
  }

  /** Files are to be read here, too. */
  #readdressed(bytes: Buffer, isStorage: boolean): Buffer {
    if (isStorage || !bytes.includes(this.#origin.storageUrl)) return bytes
    return Buffer.from(bytes.toString('utf8').replaceAll(this.#origin.storageUrl, this.storageUrl))
  }
}
