import { describe, expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { addressOf, artifactAddresses } from '../../../../src/loader/node/internal/artifactAddresses.ts'
import { failsWith, rightOf } from '../../servers/either.ts'
import { type Sent, scripted } from '../../servers/scripted.ts'

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
  for await (const page of artifactAddresses(makeClient({ fetch }), 'a', new Set(wanted), undefined))
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
    for await (const page of artifactAddresses(makeClient({ fetch }), 'a', new Set(['a']), undefined))
      failsWith('NotFound', page)
  })
})

describe('addressOf', () => {
  test('returns the address of one file, or reports that there is none', async () => {
    const client = makeClient({ fetch: having([file('a')]).fetch })
    expect(rightOf(await addressOf(client, 'a', 'a', undefined))).toBe('https://storage.example.com/a')
    expect(failsWith('NotFound', await addressOf(client, 'a', 'b', undefined)).what).toBe('file')
  })
})
