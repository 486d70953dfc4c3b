import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchParts } from '../../src/node/fetchParts.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { type HttpServer, startServer } from '../loader/servers/http.ts'
import { quick } from '../loader/servers/quick.ts'

const PART = 8 * 2 ** 20
const one = Buffer.alloc(2 * PART + 100, 'one')
const two = Buffer.alloc(2 * PART + 100, 'two')

let server: HttpServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

type Headers = Readonly<Record<string, string>>

/** Answers a range request with a part; the headers replace those of the protocol. */
const sendPart = (body: Buffer, request: IncomingMessage, response: ServerResponse, headers: Headers = {}): void => {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  if (from === undefined) return void response.writeHead(200, headers).end(body)
  if (Number(from) >= body.length) return void response.writeHead(416).end()
  const part = body.subarray(Number(from), Number(to) + 1)
  const range = `bytes ${from}-${Number(from) + part.length - 1}/${body.length}`
  response.writeHead(206, { 'content-range': range, ...headers }).end(part)
}

const fetchAll = async (
  handle: (request: IncomingMessage, response: ServerResponse, count: number) => void,
  size?: number,
) => {
  let count = 0
  server = await startServer((request, response) => {
    count += 1
    handle(request, response, count)
  })
  let written = Buffer.alloc(0)
  const result = await fetchParts(
    quick('http://127.0.0.1:1', 'k'.repeat(40)),
    { url: server.url, size },
    async (bytes, start) => {
      written = Buffer.concat([written.subarray(0, start), bytes])
    },
  )()
  return { result, written, requests: server.seen.length }
}

describe('a web page in place of a file', () => {
  const page = '<html>busy</html>'

  test('is fetched again where the size says that it is not the file', async () => {
    const small = Buffer.from('weights')
    const { result, written, requests } = await fetchAll(
      (request, response, count) => (count < 3 ? void response.end(page) : sendPart(small, request, response)),
      small.length,
    )
    expect([rightOf(result), written.equals(small), requests]).toEqual([small.length, true, 3])
  })

  test('is the file where the size says so', async () => {
    const { result, requests } = await fetchAll((_, response) => void response.end(page), page.length)
    expect([rightOf(result), requests]).toEqual([page.length, 1])
  })
})

describe('a file that changes between two parts is begun anew', () => {
  test.each([
    [
      'Last-Modified',
      { 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' },
      { 'last-modified': 'Mon, 02 Mar 2026 10:00:01 GMT' },
    ],
    ['the ETag', { etag: '"1"' }, { etag: '"2"' }],
    ['a weak ETag', { etag: 'W/"1"' }, { etag: 'W/"2"' }],
    ['an ETag that is new', {}, { etag: '"2"' }],
  ])('by %s', async (_, before, after) => {
    const { result, written, requests } = await fetchAll((request, response, count) =>
      count === 1 ? sendPart(one, request, response, before) : sendPart(two, request, response, after),
    )
    expect([rightOf(result), written.equals(two), requests]).toEqual([two.length, true, 5])
  })

  test.each([
    ['longer', Buffer.alloc(3 * PART, 'three')],
    ['shorter', Buffer.alloc(PART + 100, 'three')],
    ['shorter than what is there', Buffer.alloc(100, 'three')],
  ])('by a size that is %s', async (_, three) => {
    const { result, written } = await fetchAll((request, response, count) =>
      sendPart(count === 1 ? one : three, request, response),
    )
    expect([rightOf(result), written.equals(three)]).toEqual([three.length, true])
  })

  test('but not for ever', async () => {
    const { result, requests } = await fetchAll((request, response, count) =>
      sendPart(one, request, response, { etag: `"${count}"` }),
    )
    expect(failsWith('ResponseMalformed', result).detail).toBe('the file keeps changing during the download')
    expect(requests).toBe(8)
  })
})

describe('a server that', () => {
  test('does not know the size is asked until there is no more', async () => {
    const { result, written } = await fetchAll((request, response) => {
      const [, from] = /^bytes=(\d+)-/.exec(request.headers.range ?? '') ?? []
      // Each part is shorter than requested.
      const part = one.subarray(Number(from), Number(from) + 5 * 2 ** 20)
      if (part.length === 0) return void response.writeHead(416).end()
      response.writeHead(206, { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/*` }).end(part)
    })
    expect([rightOf(result), written.equals(one)]).toEqual([one.length, true])
  })

  test('sends something without its position is asked for the whole file', async () => {
    const { result, written } = await fetchAll((request, response) => {
      if (request.headers.range === undefined) return void response.end(one)
      response.writeHead(206, { 'content-type': 'multipart/byteranges; boundary=x' }).end('--x')
    })
    expect([rightOf(result), written.equals(one)]).toEqual([one.length, true])
  })

  test('reports more than there is never passes for whole', async () => {
    const { result } = await fetchAll((request, response) => {
      const [, from] = /^bytes=(\d+)-/.exec(request.headers.range ?? '') ?? []
      const part = one.subarray(Number(from), Number(from) + PART)
      if (part.length === 0) return void response.writeHead(416).end()
      response.writeHead(206, { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/99999999` }).end(part)
    })
    failsWith('ResponseMalformed', result)
  })
})
