import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DownloadTask, downloadToFolder, isMd5, isSameFile } from '../../src/node/download.ts'
import { unfinishedFiles } from '../../src/node/wholeFile.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { type HttpServer, startServer } from '../loader/servers/http.ts'
import { quick } from '../loader/servers/quick.ts'

describe('isSameFile', async () => {
  const md5 = 'XUFAKrxLKna5cZ2REBfFkg=='

  let room: string
  beforeAll(() => {
    room = mkdtempSync(join(tmpdir(), 'same-'))
    writeFileSync(join(room, 'hello'), 'hello')
    symlinkSync(join(room, 'hello'), join(room, 'link'))
  })
  afterAll(() => rmSync(room, { recursive: true, force: true }))

  describe('isSameFile', () => {
    test.each([
      [{ md5 }, true],
      [{ md5, size: 5 }, true],
      [{ md5, size: 6 }, false],
      [{ md5: 'AAAAAAAAAAAAAAAAAAAAAA==' }, false],
      [{ size: 5 }, false],
      [{ size: 5, md5: 'an etag' }, false],
      [{}, false],
    ])('is reported by %j', async (expected, same) => {
      expect(await isSameFile(join(room, 'hello'), expected)).toBe(same)
    })

    test.each(['absent', 'link', '.'])('%s is none', async (name) => {
      expect(await isSameFile(join(room, name), { md5 })).toBe(false)
    })
  })

  test.each([
    [md5, true],
    [undefined, false],
    ['', false],
    ['d41d8cd98f00b204e9800998ecf8427e', false],
    ['s3://bucket/key', false],
  ])('isMd5(%j) is %j', (digest, is) => {
    expect(isMd5(digest)).toBe(is)
  })
})

describe('download', async () => {
  const key = 'a'.repeat(40)
  const md5Of = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('base64')
  const hello = Buffer.from('hello')
  const large = Buffer.alloc(20 * 2 ** 20, 'wandb')

  let room: string
  let server: HttpServer | undefined
  beforeEach(() => {
    room = mkdtempSync(join(tmpdir(), 'download-'))
  })
  afterEach(async () => {
    rmSync(room, { recursive: true, force: true })
    await server?.close()
    server = undefined
  })

  const serve = (handle: (request: IncomingMessage, response: ServerResponse) => void) =>
    startServer(handle).then((started) => {
      server = started
      return started
    })

  const sendRange = (body: Buffer, request: IncomingMessage, response: ServerResponse, etag = '"1"'): void => {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    if (from === undefined) return void response.end(body)
    if (Number(from) >= body.length) return void response.writeHead(416).end()
    const part = body.subarray(Number(from), to ? Number(to) + 1 : undefined)
    response
      .writeHead(206, { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${body.length}`, etag })
      .end(part)
  }

  const get = (url: string, more: Partial<DownloadTask> = {}) =>
    downloadToFolder(quick('http://127.0.0.1:1', key), { folder: room, name: 'a/file', url, ...more })()

  const left = (): ReadonlyArray<string> => (existsSync(join(room, 'a')) ? readdirSync(join(room, 'a')) : [])

  describe('download', () => {
    test('writes a file under its name, and only that', async () => {
      const { url, seen } = await serve((_, response) => response.end(hello))
      const counts: Array<number> = []
      const done = rightOf(await get(url, { size: 5, md5: md5Of(hello), onBytes: (count) => counts.push(count) }))
      expect(done).toEqual({ path: join(room, 'a/file'), size: 5, kept: false })
      expect(readFileSync(done.path, 'utf8')).toBe('hello')
      expect(left()).toEqual(['file'])
      expect([seen.length, counts]).toEqual([1, [5]])
    })

    test('keeps the very file that is there, without a request', async () => {
      const { url, seen } = await serve((_, response) => response.end(hello))
      rightOf(await get(url, { size: 5, md5: md5Of(hello) }))
      expect(rightOf(await get(url, { size: 5, md5: md5Of(hello) })).kept).toBe(true)
      expect(seen.length).toBe(1)
    })

    test('replaces another file, and a link rather than what it points at', async () => {
      const { url } = await serve((_, response) => response.end(hello))
      rightOf(await get(url, { name: 'other' }))
      writeFileSync(join(room, 'file'), 'outdated')
      rightOf(await get(url, { name: 'file', md5: md5Of(hello) }))
      expect(readFileSync(join(room, 'file'), 'utf8')).toBe('hello')
      writeFileSync(join(room, 'precious'), 'precious')
      symlinkSync(join(room, 'precious'), join(room, 'link'))
      rightOf(await get(url, { name: 'link' }))
      expect(readFileSync(join(room, 'precious'), 'utf8')).toBe('precious')
      expect(readFileSync(join(room, 'link'), 'utf8')).toBe('hello')
    })

    test.each([
      [{ md5: 'AAAAAAAAAAAAAAAAAAAAAA==' }, 'AAAAAAAAAAAAAAAAAAAAAA=='],
      [{ size: 6 }, '6 bytes'],
    ])('another file than %j is DigestMismatch, and the one before stays', async (expected, told) => {
      const { url } = await serve((_, response) => response.end(hello))
      rightOf(await get(url))
      let bytes = 0
      const onBytes = (count: number): void => {
        bytes += count
      }
      expect(failsWith('DigestMismatch', await get(url, { ...expected, onBytes })).expected).toBe(told)
      expect(bytes).toBe(0)
      expect(left()).toEqual(['file'])
    })

    test('fetches a large file in parts, whether or not its size is known', async () => {
      const { url, seen } = await serve((request, response) => sendRange(large, request, response))
      for (const size of [large.length, undefined]) {
        const done = rightOf(await get(url, { size, name: `of ${size}` }))
        expect(readFileSync(done.path).equals(large)).toBe(true)
      }
      expect(seen.length).toBe(6)
    })

    test('takes the whole file where the server knows no ranges', async () => {
      const { url, seen } = await serve((_, response) => response.end(large))
      expect(rightOf(await get(url, { size: large.length, md5: md5Of(large) })).size).toBe(large.length)
      expect(seen.length).toBe(1)
    })

    test('starts again where a later part comes as the whole file', async () => {
      let count = 0
      const { url } = await serve((request, response) => {
        count += 1
        if (count === 1) return sendRange(large, request, response)
        response.writeHead(200, { etag: '"2"' }).end(large)
      })
      let bytes = 0
      const onBytes = (part: number): void => {
        bytes += part
      }
      const done = rightOf(await get(url, { size: large.length, md5: md5Of(large), onBytes }))
      expect([done.size, bytes]).toEqual([large.length, large.length])
    })

    test('a file that changes between two parts is refused', async () => {
      let count = 0
      const { url } = await serve((request, response) => {
        count += 1
        sendRange(large, request, response, `"${count}"`)
      })
      failsWith('ResponseMalformed', await get(url, { size: large.length }))
      expect(left()).toEqual([])
    })

    test('an empty file of unknown size is a file', async () => {
      const { url } = await serve((request, response) => sendRange(Buffer.alloc(0), request, response))
      expect(rightOf(await get(url)).size).toBe(0)
      expect(left()).toEqual(['file'])
    })

    test('asks for another address where one has expired, in the middle of a file too', async () => {
      const { url } = await serve((request, response) => {
        const isLater = !/bytes=0-/.test(request.headers.range ?? 'bytes=0-')
        if (request.url === '/old' && isLater) return void response.writeHead(403).end('<Code>AccessDenied</Code>')
        sendRange(large, request, response)
      })
      let asked = 0
      const renew = async () => {
        asked += 1
        return E.right(`${url}/new`)
      }
      rightOf(await get(`${url}/old`, { size: large.length, md5: md5Of(large), renew }))
      expect(asked).toBe(1)
    })

    test('gives up on addresses that never work, and leaves nothing behind', async () => {
      const { url, seen } = await serve((_, response) => response.writeHead(403).end())
      expect(failsWith('HttpFailed', await get(url, { renew: async () => E.right(url) })).status).toBe(403)
      expect(seen.length).toBe(3)
      expect(left()).toEqual([])
    })

    test('never sends the key to storage, nor to a signed address on the own server', async () => {
      const { url, seen } = await serve((_, response) => response.end(hello))
      rightOf(await get(url))
      rightOf(await downloadToFolder(quick(url, key), { folder: room, name: 'b', url: `${url}/x`, anonymous: true })())
      expect(seen.map(({ authorization }) => authorization)).toEqual([undefined, undefined])
      rightOf(await downloadToFolder(quick(url, key), { folder: room, name: 'c', url: `${url}/x` })())
      expect(seen[2]?.authorization).toMatch(/^Basic /)
    })

    test('writes nothing out of the folder', async () => {
      const { url, seen } = await serve((_, response) => response.end(hello))
      failsWith('UnsafePath', await get(url, { name: '../out' }))
      expect(seen).toEqual([])
    })

    test.each([
      ['a'.repeat(214)],
      ['a'.repeat(255)],
      [`${'é'.repeat(127)}x`],
      ['名'.repeat(85)],
      [`${'b'.repeat(255)}/${'🚀'.repeat(63)}`],
    ])('a name may be as long as the file system allows: %s', async (name) => {
      const { url } = await serve((_, response) => response.end(hello))
      for (const more of [{}, { keepExisting: true }]) {
        const { path } = rightOf(await get(url, { name, ...more }))
        expect(readFileSync(path, 'utf8')).toBe('hello')
        expect(readdirSync(dirname(path))).toEqual([basename(path)])
      }
    })

    test.each([['a'.repeat(256)], ['名'.repeat(86)], [`${'b'.repeat(256)}/c`]])(
      'a longer one is DiskFailed without a request: %s',
      async (name) => {
        const { url, seen } = await serve((_, response) => response.end(hello))
        const { detail, message } = failsWith('DiskFailed', await get(url, { name }))
        expect([detail, seen.length, readdirSync(room)]).toEqual(['ENAMETOOLONG', 0, []])
        expect(message).toMatch(/ENAMETOOLONG/)
      },
    )

    test('a file that appears meanwhile is kept if it is the same, and an error otherwise', async () => {
      for (const [text, other] of [
        ['hello', false],
        ['mine', true],
      ] as const) {
        rmSync(join(room, 'a'), { recursive: true, force: true })
        const { url } = await serve((_, response) => {
          writeFileSync(join(room, 'a/file'), text)
          response.end(hello)
        })
        const result = await get(url, { keepExisting: true })
        if (other) failsWith('FileExists', result)
        else expect(rightOf(result).kept).toBe(true)
        expect(readFileSync(join(room, 'a/file'), 'utf8')).toBe(text)
        expect(left()).toEqual(['file'])
        await server?.close()
      }
    })

    test('a name that is a folder is DiskFailed', async () => {
      const { url } = await serve((_, response) => response.end(hello))
      rightOf(await get(url, { name: 'a/b/c' }))
      failsWith('DiskFailed', await get(url, { name: 'a/b' }))
      expect(left()).toEqual(['b'])
    })

    test('ends at the signal and leaves nothing behind', async () => {
      const controller = new AbortController()
      const { url } = await serve((_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('part')
        setTimeout(() => controller.abort(), 10)
      })
      failsWith('Aborted', await get(url, { signal: controller.signal }))
      expect(left()).toEqual([])
    })

    test('names its temporary file while it is under way, for a program that a signal ends', async () => {
      const { url } = await serve((_, response) => {
        seen.push(...unfinishedFiles)
        response.end(hello)
      })
      const seen: Array<string> = []
      rightOf(await get(url))
      expect(seen.map((path) => [dirname(path), basename(path)])).toEqual([
        [join(room, 'a'), expect.stringMatching(/^\..*\.part$/)],
      ])
      expect([...unfinishedFiles]).toEqual([])
    })
  })
})
