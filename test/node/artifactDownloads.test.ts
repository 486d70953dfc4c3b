import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import {
  artifactDownloads,
  artifactFileUrl,
  artifactFileUrls,
  resolveReference,
} from '../../src/node/artifactDownloads.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { type Sent, scripted } from '../loader/servers/scripted.ts'

describe('referenceAddress', async () => {
  test.each([
    ['https://example.com/a?b', { kind: 'url', url: 'https://example.com/a?b' }],
    ['http://example.com', { kind: 'url', url: 'http://example.com' }],
    ['wandb-artifact://4172746966616374/a/b c', { kind: 'artifact', id: 'QXJ0aWZhY3Q=', name: 'a/b c' }],
    ['wandb-artifact://xyz/a', undefined],
    ['wandb-artifact://41/', undefined],
    ['wandb-client-artifact://abc:latest/a', undefined],
    ['s3://bucket/key', undefined],
    ['gs://bucket/key', undefined],
    ['file:///etc/passwd', undefined],
    ['', undefined],
  ])('%j leads to %j', (ref, address) => {
    expect(resolveReference(ref)).toEqual(address)
  })
})

describe('artifactAddresses', async () => {
  const file = (name: string, directUrl: string | null = `https://storage.example.com/${name}`) => ({
    id: name,
    name,
    sizeBytes: 1,
    digest: null,
    mimetype: null,
    updatedAt: null,
    directUrl,
  })

  /** A server that has some files, and lists them page by page or by name. */
  const having = (files: ReadonlyArray<ReturnType<typeof file>>) =>
    scripted(({ variables }: Sent) => {
      const { names, first, after } = variables as { names: string[] | null; first: number; after: string | null }
      const all = files.filter(({ name }) => names === null || names.includes(name))
      const start = Number(after ?? 0)
      const end = Math.min(start + first, all.length)
      const edges = all.slice(start, end).map((node) => ({ cursor: node.name, node }))
      const pageInfo = { endCursor: String(end), hasNextPage: end < all.length }
      return { data: { artifact: { files: { totalCount: all.length, pageInfo, edges } } } }
    })

  const collect = async (files: ReadonlyArray<ReturnType<typeof file>>, wanted: ReadonlyArray<string>) => {
    const { fetch, sent } = having(files)
    const pages: Array<ReadonlyArray<readonly [string, string | undefined]>> = []
    for await (const page of artifactFileUrls(makeClient({ fetch }), 'a', new Set(wanted), undefined))
      pages.push([...rightOf(page)])
    return { pages, sent }
  }

  describe('artifactAddresses', () => {
    test('asks for few files by name', async () => {
      const { pages, sent } = await collect([file('a'), file('b'), file('c')], ['a', 'c'])
      expect(pages.map((page) => page.map(([name]) => name))).toEqual([['a', 'c']])
      expect(sent.map(({ variables }) => variables['names'])).toEqual([['a', 'c']])
    })

    test('lists many, page after page, and stops when it has them all', async () => {
      const files = Array.from({ length: 3500 }, (_, number) => file(`f${number}`))
      const wanted = files.slice(0, 1500).map(({ name }) => name)
      const { pages, sent } = await collect(files, wanted)
      expect(pages.map(({ length }) => length)).toEqual([1000, 500])
      expect(sent.length).toBe(2)
    })

    test('names without an address come last', async () => {
      const { pages } = await collect([file('a'), file('b', null), file('c', '')], ['a', 'b', 'c', 'd'])
      expect(pages).toEqual([
        [['a', 'https://storage.example.com/a']],
        [
          ['b', undefined],
          ['c', undefined],
          ['d', undefined],
        ],
      ])
    })

    test('asks nothing for nothing', async () => {
      const { pages, sent } = await collect([file('a')], [])
      expect([pages, sent]).toEqual([[], []])
    })

    test('ends with the error of the server', async () => {
      const { fetch } = scripted(() => ({ data: { artifact: null } }))
      for await (const page of artifactFileUrls(makeClient({ fetch }), 'a', new Set(['a']), undefined))
        failsWith('NotFound', page)
    })
  })

  describe('addressOf', () => {
    test('returns the address of one file, or reports that there is none', async () => {
      const client = makeClient({ fetch: having([file('a')]).fetch })
      expect(rightOf(await artifactFileUrl(client, 'a', 'a', undefined)())).toBe('https://storage.example.com/a')
      expect(failsWith('NotFound', await artifactFileUrl(client, 'a', 'b', undefined)()).what).toBe('file')
    })
  })
})

describe('artifactDownloads', async () => {
  let room: string
  beforeEach(() => {
    room = mkdtempSync(join(tmpdir(), 'downloads-'))
  })
  afterEach(() => rmSync(room, { recursive: true, force: true }))

  const text = (name: string): string => `contents of ${name}`
  const entry = (path: string) => ({
    path,
    digest: createHash('md5').update(text(path)).digest('base64'),
    size: text(path).length,
    ref: undefined,
    birthArtifactId: undefined,
    extra: {},
  })

  /** A server whose first addresses have all expired, and one that is slow to answer. */
  const server = () => {
    const seen = { lists: 0, refused: 0, atOnce: 0, most: 0 }
    const client = makeClient({
      maxRetries: 0,
      fetch: async (url, init) => {
        if (!String(url).endsWith('/graphql')) {
          seen.atOnce += 1
          seen.most = Math.max(seen.most, seen.atOnce)
          await new Promise((resolve) => setTimeout(resolve, 5))
          seen.atOnce -= 1
          const { pathname, searchParams } = new URL(String(url))
          if (searchParams.get('list') !== '1') return new Response(text(pathname.slice(1)))
          seen.refused += 1
          return new Response('expired', { status: 403 })
        }
        const names: ReadonlyArray<string> = JSON.parse(String(init?.body)).variables.names
        if (names.length > 1) seen.lists += 1
        const list = names.length > 1 ? 1 : 2
        const edges = names.map((name) => ({
          node: { id: name, name, sizeBytes: 1, directUrl: `https://storage.example.com/${name}?list=${list}` },
        }))
        return Response.json({ data: { artifact: { files: { edges, pageInfo: { hasNextPage: false } } } } })
      },
    })
    return { client, seen }
  }

  describe('artifactDownloads', () => {
    test('asks again for addresses that have expired, one by one', async () => {
      const { client, seen } = server()
      const entries = ['a', 'b', 'c', 'd', 'e'].map(entry)
      const done = rightOf(await artifactDownloads(client, { id: 'x', folder: room, entries, concurrency: 2 })())
      expect(done.failures).toEqual([])
      expect(done.files.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e'])
      for (const { path } of entries) expect(readFileSync(join(room, path), 'utf8')).toBe(text(path))
      expect(seen).toMatchObject({ lists: 1, refused: 5, most: 2 })
    })

    test('fetches nothing for nothing', async () => {
      const { client, seen } = server()
      expect(rightOf(await artifactDownloads(client, { id: 'x', folder: room, entries: [] })())).toEqual({
        files: [],
        failures: [],
      })
      expect(seen.lists).toBe(0)
    })
  })
})
