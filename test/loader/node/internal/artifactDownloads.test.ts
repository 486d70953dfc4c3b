import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { artifactDownloads } from '../../../../src/loader/node/internal/artifactDownloads.ts'
import { rightOf } from '../../servers/either.ts'

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
    const done = rightOf(await artifactDownloads(client, { id: 'x', folder: room, entries, concurrency: 2 }))
    expect(done.failures).toEqual([])
    expect(done.files.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e'])
    for (const { path } of entries) expect(readFileSync(join(room, path), 'utf8')).toBe(text(path))
    expect(seen).toMatchObject({ lists: 1, refused: 5, most: 2 })
  })

  test('fetches nothing for nothing', async () => {
    const { client, seen } = server()
    expect(rightOf(await artifactDownloads(client, { id: 'x', folder: room, entries: [] }))).toEqual({
      files: [],
      failures: [],
    })
    expect(seen.lists).toBe(0)
  })
})
