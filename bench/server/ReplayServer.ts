import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RecordedRequest, Traffic } from './Traffic.ts'

interface RecordedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The server that produces the responses: the API and the object store of a sandbox. */
export interface Origin {
  readonly url: string
  readonly storageUrl: string
}

const FORWARDED_HEADERS = ['content-type', 'etag', 'accept-ranges', 'content-range']

const readBody = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    // Clients close idle connections. A server that did could cut off a request already on its way.
    server.keepAliveTimeout = 0
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

/**
 * Records the response to each distinct request and sends the same bytes whenever that request is repeated. It does not
 * interpret requests and compresses nothing.
 */
export class ReplayServer {
  readonly #origin: Origin
  readonly #latencyMs: number
  readonly #recorded = new Map<string, Promise<RecordedResponse>>()
  readonly #servers: Server[] = []
  #requests: RecordedRequest[] = []
  #unrecorded: RecordedRequest[] = []
  #bytes = 0
  url = ''
  storageUrl = ''

  constructor(origin: Origin, latencyMs: number) {
    this.#origin = origin
    this.#latencyMs = latencyMs
  }

  async start(): Promise<void> {
    const serve = (isStorage: boolean): Promise<string> => {
      const server = createServer((message, response) => {
        this.#respond(message, response, isStorage).catch((error: unknown) => {
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

  /** Returns the traffic since the last call and starts over. */
  takeTraffic(): Traffic {
    const traffic = { requests: this.#requests, bytes: this.#bytes, unrecorded: this.#unrecorded }
    this.#requests = []
    this.#bytes = 0
    this.#unrecorded = []
    return traffic
  }

  async #respond(message: IncomingMessage, response: ServerResponse, isStorage: boolean): Promise<void> {
    const body = await readBody(message)
    const { method = 'GET', url: path = '/' } = message
    const { range } = message.headers
    const request: RecordedRequest = { method, path, isStorage, body, ...(range === undefined ? {} : { range }) }
    this.#requests.push(request)
    const delay = this.#latencyMs > 0 ? new Promise((resolve) => setTimeout(resolve, this.#latencyMs)) : undefined
    const key = JSON.stringify([method, path, isStorage, range, body])
    let recorded = this.#recorded.get(key)
    if (recorded === undefined) {
      this.#unrecorded.push(request)
      recorded = this.#record(request, message.headers.authorization)
      this.#recorded.set(key, recorded)
    }
    const { status, headers, body: bytes } = await recorded
    await delay
    this.#bytes += method === 'HEAD' ? 0 : bytes.length
    response.writeHead(status, headers)
    response.end(method === 'HEAD' ? undefined : bytes)
  }

  async #record(
    { method, path, isStorage, range, body }: RecordedRequest,
    authorization: string | undefined,
  ): Promise<RecordedResponse> {
    const response = await fetch(`${isStorage ? this.#origin.storageUrl : this.#origin.url}${path}`, {
      method,
      headers: {
        'accept-encoding': 'identity',
        'content-type': 'application/json',
        ...(range === undefined ? {} : { range }),
        ...(authorization === undefined ? {} : { authorization }),
      },
      ...(body === '' ? {} : { body }),
    })
    const bytes = this.#withOwnAddress(Buffer.from(await response.arrayBuffer()), isStorage)
    const forwarded = FORWARDED_HEADERS.flatMap((name) => {
      const value = response.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    const length = method === 'HEAD' ? (response.headers.get('content-length') ?? '0') : String(bytes.length)
    return {
      status: response.status,
      headers: { ...Object.fromEntries(forwarded), 'content-length': length },
      body: bytes,
    }
  }

  /** Points file URLs at this server, so that file downloads are recorded too. */
  #withOwnAddress(bytes: Buffer, isStorage: boolean): Buffer {
    if (isStorage || !bytes.includes(this.#origin.storageUrl)) return bytes
    return Buffer.from(bytes.toString('utf8').replaceAll(this.#origin.storageUrl, this.storageUrl))
  }
}
