import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { fetch as crossFetch } from 'cross-fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countRuns, loadArtifactManifest, loadRuns, makeClient } from 'wandb-run-ops/loader'
import { fetchBytes } from '../../src/client/fetchBytes.ts'
import { readBody } from '../../src/client/readBody.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { connection, runNode, runsAnswer } from '../loader/servers/nodes.ts'
import { scripted } from '../loader/servers/scripted.ts'

const MIB = 2 ** 20

describe('readBody', () => {
  test('returns all bytes of all chunks', async () => {
    const chunks = [[1, 2], [], [3], [4, 5, 6]].map((bytes) => Uint8Array.from(bytes))
    const body = new ReadableStream({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(chunk)
        controller.close()
      },
    })
    expect(await readBody(new Response(body), 6)).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6))
    expect(await readBody(new Response(), 1)).toEqual(new Uint8Array())
    expect(await readBody(new Response(null, { status: 204 }), 1)).toEqual(new Uint8Array())
  })

  test('stops at the limit, and lets go of the rest', async () => {
    let sent = 0
    let cancelled = false
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1
        controller.enqueue(new Uint8Array(1000))
      },
      cancel: () => {
        cancelled = true
      },
    })
    expect(await readBody(new Response(body), 10_000)).toBeUndefined()
    expect([sent < 20, cancelled]).toEqual([true, true])
  })

  test('reads nothing of a body that is announced as too large', async () => {
    const body = new ReadableStream({ pull: () => expect.unreachable('was read') }, { highWaterMark: 0 })
    const response = new Response(body, { headers: { 'content-length': '11' } })
    expect(await readBody(response, 10)).toBeUndefined()
  })

  test('limits what is unpacked, not what is sent', async () => {
    const headers = { 'content-length': '99', 'content-encoding': 'gzip' }
    expect(await readBody(new Response('0123456789', { headers }), 10)).toHaveLength(10)
  })

  test('reads bodies without a stream', async () => {
    const bare = (size: number) =>
      ({ headers: new Headers(), arrayBuffer: async () => new ArrayBuffer(size) }) as unknown as Response
    expect(await readBody(bare(10), 10)).toHaveLength(10)
    expect(await readBody(bare(11), 10)).toBeUndefined()
  })
})

describe.each([
  ['the platform', undefined],
  ['cross-fetch', crossFetch],
])('a server without measure and the fetch of %s', (_, fetch) => {
  const bomb = gzipSync(Buffer.alloc(64 * MIB, 0x20))
  let requests = 0
  let url = ''
  const server = createServer((request, response) => {
    requests += 1
    if (request.url === '/files/endless') {
      const write = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(MIB)));
      }
      response.on('drain', write)
      write()
    } else response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const clientOf = (maxBodyBytes: number) => makeClient({ baseUrl: url, fetch, maxBodyBytes, firstDelayMs: 1 })

  test('is an error that names the limit, after one request', async () => {
    requests = 0
    const error = failsWith('ResponseMalformed', await countRuns({ project: 'a/b' })(clientOf(MIB))())
    expect(error).toMatchObject({ maxBodyBytes: MIB })
    expect(error.message).toMatch(/larger than 1048576 bytes.*maxBodyBytes/)
    expect(requests).toBe(1)
  })

  test('is an error for a file as well', async () => {
    for (const path of ['/files/endless', '/files/bomb'])
      failsWith('ResponseMalformed', await fetchBytes(clientOf(MIB), path))
  })
})

describe('a page that is too large', () => {
  const nodes = Array.from({ length: 40 }, (_, index) => runNode(index, { notes: 'x'.repeat(10_000) }))

  test('is asked for again with fewer records, without a wait', async () => {
    const server = scripted(({ variables }) => {
      const from = Number(variables['after'] ?? 0)
      const to = from + Number(variables['first'])
      return runsAnswer(connection(nodes.slice(from, to), to < nodes.length ? { next: String(to) } : {}), nodes.length)
    })
    const sleeps: Array<number> = []
    const sleep = async (milliseconds: number) => {
      sleeps.push(milliseconds)
    }
    const client = makeClient({ fetch: server.fetch, sleep, maxBodyBytes: 100_000 })
    const { runs, complete } = rightOf(await loadRuns({ project: 'a/b', pageSize: 40 })(client)())
    expect([runs.length, complete]).toEqual([40, true])
    expect(server.sent.slice(0, 2).map(({ variables }) => variables['first'])).toEqual([40, 5])
    expect(sleeps.every((wait) => wait === 0)).toBe(true)
  })

  test('is an error where a single record is too large', async () => {
    const server = scripted(() => runsAnswer(connection(nodes.slice(0, 1))))
    const client = makeClient({ fetch: server.fetch, sleep: async () => {}, maxBodyBytes: 5000 })
    failsWith('ResponseMalformed', await loadRuns({ project: 'a/b' })(client)())
    expect(server.sent.map(({ variables }) => variables['first'])).toEqual([100, 12, 1])
  })
})

test('a manifest that is too large is an error', async () => {
  const file = { directUrl: 'https://storage.example.com/manifest.json' }
  const fetch: typeof globalThis.fetch = async (address) =>
    String(address).includes('storage')
      ? new Response(' '.repeat(5000))
      : Response.json({ data: { artifact: { id: 'x', currentManifest: { file } } } })
  const client = makeClient({ fetch, sleep: async () => {}, maxBodyBytes: 1000 })
  failsWith('ResponseMalformed', await loadArtifactManifest({ artifactVersion: { id: 'x' } })(client)())
})
