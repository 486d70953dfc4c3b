import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  type CacheOptions,
  type Client,
  countRuns,
  type HttpReply,
  type LoadError,
  loadArtifactManifest,
  loadFile,
  loadRun,
  loadViewer,
  makeCachedClient,
  makeClient,
} from 'wandb-run-ops/loader'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { type Answer, type Sent, scripted } from '../loader/servers/scripted.ts'
import { virtualTime } from '../loader/servers/virtualTime.ts'

const counted = (runCount: number): object => ({ data: { project: { name: 'p', entityName: 'e', runCount } } })
const numbered = (_: Sent, index: number): Answer => counted(index)

const over = (answer: (sent: Sent, index: number) => Answer | Promise<Answer>, options?: CacheOptions) => {
  const time = virtualTime()
  const server = scripted(answer)
  const plain = makeClient({ fetch: server.fetch, now: time.now, sleep: time.sleep, maxRetries: 0 })
  const { sleeps, pass } = time
  return { sleeps, pass, plain, client: makeCachedClient(plain, options), sent: server.sent }
}

const countIn = (project: string, signal?: AbortSignal) => (client: Client) => countRuns({ project, signal })(client)()

/** Runs everything that does not wait for the server. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('cached', () => {
  test('answers the same question from memory, and another one from the server', async () => {
    const { client, sent } = over(numbered)
    expect([rightOf(await countIn('e/a')(client)), rightOf(await countIn('e/a')(client))]).toEqual([0, 0])
    expect(rightOf(await countIn('e/b')(client))).toBe(1)
    expect(rightOf(await countIn('e/a')(client))).toBe(0)
    expect(sent.length).toBe(2)
  })

  test('keeps nothing in the client that it is made from', async () => {
    const { client, plain, sent } = over(numbered)
    await countIn('e/a')(client)
    expect([rightOf(await countIn('e/a')(plain)), rightOf(await countIn('e/a')(plain))]).toEqual([1, 2])
    expect(sent.length).toBe(3)
  })

  test('keeps an empty answer like any other', async () => {
    const { client, sent } = over(() => counted(0))
    await countIn('e/a')(client)
    await countIn('e/a')(client)
    expect(sent.length).toBe(1)
  })

  test('asks again when the answer is as old as ttl', async () => {
    const { client, pass } = over(numbered, { ttl: 1000 })
    await countIn('e/a')(client)
    pass(999)
    expect(rightOf(await countIn('e/a')(client))).toBe(0)
    pass(1)
    expect(rightOf(await countIn('e/a')(client))).toBe(1)
  })

  test('forgets what was not asked for the longest', async () => {
    const { client, sent } = over(numbered, { maxEntries: 2 })
    for (const project of ['e/a', 'e/b', 'e/a', 'e/c', 'e/a']) await countIn(project)(client)
    expect(sent.length).toBe(3)
    await countIn('e/b')(client)
    expect(sent.length).toBe(4)
  })

  test('flush empties the cache, including responses in flight', async () => {
    const pending: Array<(answer: Answer) => void> = []
    const { client, sent } = over((_, index) =>
      index === 1 ? new Promise<Answer>((resolve) => pending.push(resolve)) : counted(index),
    )
    await countIn('e/a')(client)
    client.flush()
    const early = countIn('e/a')(client)
    await settle()
    client.flush()
    expect(rightOf(await countIn('e/a')(client))).toBe(2)
    pending[0]?.(counted(1))
    expect(rightOf(await early)).toBe(1)
    expect(rightOf(await countIn('e/a')(client))).toBe(2)
    expect(sent.length).toBe(3)
  })

  test('sends one request for identical concurrent queries', async () => {
    const { client, sent } = over(async (one, index) => numbered(one, index))
    const answers = await Promise.all([1, 2, 3].map(() => countIn('e/a')(client)))
    expect(answers.map(rightOf)).toEqual([0, 0, 0])
    expect(sent.length).toBe(1)
  })

  test.each([
    ['a status', () => new Response('{}', { status: 404 })],
    ['errors beside data', () => ({ ...counted(1), errors: [{ message: 'no' }] })],
    ['a page of HTML', () => new Response('<html></html>')],
  ])('does not keep %s', async (_, failure) => {
    const { client, sent } = over((_sent, index) => (index === 0 ? failure() : counted(7)))
    expect(E.isLeft(await countIn('e/a')(client))).toBe(true)
    expect(rightOf(await countIn('e/a')(client))).toBe(7)
    expect(sent.length).toBe(2)
  })

  test('lets one of several leave without ending the exchange of the others', async () => {
    let answer = (_: Answer): void => {}
    const { client, sent } = over(() => new Promise<Answer>((resolve) => (answer = resolve)))
    const controller = new AbortController()
    const leaving = countIn('e/a', controller.signal)(client)
    const staying = countIn('e/a')(client)
    await settle()
    controller.abort()
    failsWith('Aborted', await leaving)
    answer(counted(5))
    expect(rightOf(await staying)).toBe(5)
    expect(sent.length).toBe(1)
  })

  test('ends the exchange when all have left, and begins another for later callers', async () => {
    const { client, sent } = over((_, index) => (index === 0 ? new Promise<never>(() => {}) : counted(3)))
    const controller = new AbortController()
    const both = [1, 2].map(() => countIn('e/a', controller.signal)(client))
    await settle()
    controller.abort()
    for (const one of await Promise.all(both)) failsWith('Aborted', one)
    expect(sent[0]?.signal?.aborted).toBe(true)
    expect(rightOf(await countIn('e/a')(client))).toBe(3)
  })

  test('returns nothing from memory to a signal that is aborted', async () => {
    const { client } = over(numbered)
    await countIn('e/a')(client)
    failsWith('Aborted', await countIn('e/a', AbortSignal.abort())(client))
  })

  test('does not obey the rate limit of then', async () => {
    const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': '50' }
    const { client, sleeps, pass } = over(() => Response.json(counted(1), { headers }))
    await countIn('e/a')(client)
    pass(55_000)
    await countIn('e/a')(client)
    await countIn('e/a')(client)
    expect(sleeps).toEqual([])
  })

  const reply: HttpReply = { status: 200, headers: {}, body: new TextEncoder().encode('{"data":{}}') }
  const counting = () => {
    const calls: Array<string> = []
    const client = makeClient({ apiKey: 'not-a-real-key' })
    const send = async ({ url, body }: { url: string; body?: string }): Promise<E.Either<LoadError, HttpReply>> => {
      calls.push(body ?? url)
      return E.right(reply)
    }
    return { calls, client: makeCachedClient({ ...client, send }) }
  }
  const post = (client: Client, query: string) =>
    client.send({ method: 'POST', url: `${client.baseUrl}/graphql`, headers: {}, body: JSON.stringify({ query }) })

  test.each([
    ['a project', { data: { project: null } }, (client: Client) => countRuns({ project: 'a/b' })(client)],
    [
      'a run',
      { data: { project: { name: 'b', entityName: 'a', run: null } } },
      (client: Client) => loadRun('a/b/c')(client),
    ],
    [
      'a file',
      { data: { project: { name: 'b', entityName: 'a', run: { fileCount: 0, files: { edges: [], pageInfo: {} } } } } },
      (client: Client) => loadFile({ run: 'a/b/c', name: 'x' })(client),
    ],
    [
      'a manifest',
      { data: { artifact: { id: 'x', currentManifest: null } } },
      (client: Client) => loadArtifactManifest({ artifactVersion: { id: 'x' } })(client),
    ],
    ['an account', { data: { viewer: null } }, (client: Client) => loadViewer()(client)],
  ])('does not keep the absence of %s', async (_, answer, load) => {
    const server = scripted(() => answer)
    const client = makeCachedClient(makeClient({ apiKey: 'a-key', fetch: server.fetch }))
    failsWith('NotFound', await load(client)())
    failsWith('NotFound', await load(client)())
    expect(server.sent.length).toBe(2)
  })

  test('keeps no files', async () => {
    const { client, calls } = counting()
    for (let i = 0; i < 2; i += 1) await client.send({ method: 'GET', url: `${client.baseUrl}/files/a`, headers: {} })
    expect(calls.length).toBe(2)
  })

  test('lets a mutation through every time, and forgets all with it', async () => {
    const { client, calls } = counting()
    for (const query of [
      '{ viewer { id } }',
      '{ viewer { id } }',
      'mutation A { a }',
      'mutation A { a }',
      '{ viewer { id } }',
    ])
      await post(client, query)
    expect(calls.length).toBe(4)
  })

  test.each([{ ttl: 0 }, { ttl: Number.NaN }, { ttl: '1' as never }, { maxEntries: 0 }, { maxEntries: 1.5 }])(
    'refuses %j when something is loaded',
    async (options) => {
      const { client, sent } = over(numbered, options)
      failsWith('InvalidClient', await countIn('e/a')(client))
      expect(sent).toEqual([])
    },
  )
})
