import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Client,
  loadRuns,
  makeCachedClient,
  makeClient,
  type RunChange,
  type WatchQuery,
  watchRuns,
} from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { leftOf, rightOf } from '../servers/either.ts'

const project = 'team/vision'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({
    records: ['a', 'b', 'c'].map((id, index) =>
      logged(id, [], { createdAt: `2026-03-01T10:00:0${index}`, state: 'running' }),
    ),
  })
})
afterEach(() => sandbox.close())

interface Mutable {
  id: string
  state: string
  heartbeatAt: string | null
  displayName: string | null
}

/** The runs of the sandbox, which the tests change. */
const runs = (): Array<Mutable> => sandbox.store.project('team', 'vision')?.runs as unknown as Array<Mutable>

/** A client for which each wait is a step of a script. */
const clientWith = (steps: ReadonlyArray<() => void>): { readonly client: Client; readonly waits: Array<number> } => {
  const waits: Array<number> = []
  const client = makeClient({
    baseUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    maxRetries: 0,
    sleep: async (milliseconds) => {
      steps[waits.length]?.()
      const changed = sandbox.store.project('team', 'vision')
      if (changed !== undefined) changed.revision += 1
      waits.push(milliseconds)
      if (waits.length > steps.length + 20) throw new Error('never ends')
    },
  })
  return { client, waits }
}

const watched = async (client: Client, query: WatchQuery = {}) => {
  const changes: Array<E.Either<{ readonly _tag: string }, RunChange>> = []
  for await (const change of watchRuns({ project, ...query })(client)) changes.push(change)
  return changes
}

const shown = (changes: ReadonlyArray<E.Either<{ readonly _tag: string }, RunChange>>) =>
  changes.map((change) => {
    if (E.isLeft(change)) return change.left._tag
    const { right } = change
    if (right._tag === 'Unreadable') return ['Unreadable', right.failure.runId]
    return right._tag === 'Changed'
      ? [right._tag, right.run.id, ...right.fields, right.run.state]
      : [right._tag, right.run.id]
  })

const end =
  (state = 'finished') =>
  () => {
    for (const run of runs()) run.state = state
  }

describe('watchRuns', () => {
  test('gives all runs at first, then what changed, and ends when all have ended', async () => {
    const [a, b, c] = runs().map(({ id }) => id)
    const { client, waits } = clientWith([
      () => {
        const [first] = runs()
        if (first !== undefined) first.state = 'crashed'
      },
      () => {},
      () => {
        const [, second] = runs()
        if (second !== undefined) second.heartbeatAt = '2030-01-01T00:00:00'
      },
      () => {
        for (const run of runs().slice(1)) run.state = 'finished'
      },
    ])
    expect(shown(await watched(client))).toEqual([
      ['Added', a],
      ['Added', b],
      ['Added', c],
      ['Changed', a, 'state', 'crashed'],
      ['Changed', b, 'heartbeatAt', 'running'],
      ['Changed', b, 'state', 'finished'],
      ['Changed', c, 'state', 'finished'],
    ])
    expect(waits).toEqual([5000, 5000, 5000, 5000])
  })

  test.each(['finished', 'failed', 'crashed', 'killed', 'preempted'])('ends by %s', async (state) => {
    end(state)()
    const { client, waits } = clientWith([])
    expect((await watched(client)).length).toBe(3)
    expect(waits).toEqual([])
  })

  test('gives runs that come and go, by their filters too', async () => {
    const [a, b] = runs().map(({ id }) => id)
    for (const run of runs().slice(1)) run.state = 'finished'
    const { client } = clientWith([
      () => {
        const [first, second] = runs()
        if (first !== undefined) first.state = 'finished'
        if (second !== undefined) second.state = 'running'
      },
      end(),
    ])
    expect(shown(await watched(client, { filters: { state: 'running' } }))).toEqual([
      ['Added', a],
      ['Added', b],
      ['Gone', a],
      ['Gone', b],
    ])
  })

  test('has the same runs as a load of light fields', async () => {
    end()()
    const { client } = clientWith([])
    const all = rightOf(await loadRuns({ project, fields: [] })(client)()).runs
    const added = (await watched(client)).flatMap((change) =>
      E.isRight(change) && change.right._tag === 'Added' ? [change.right.run] : [],
    )
    expect(added).toEqual(all)
  })

  test('asks for little while nothing changes', async () => {
    const { client } = clientWith([() => {}, () => sandbox.resetRequests(), () => {}, end()])
    await watched(client, { every: 1000 })
    expect(sandbox.requests.map(({ operationName }) => operationName)).toEqual([
      'RunMarks',
      'RunMarks',
      'RunMarks',
      'Runs',
    ])
  })

  test('goes on after a failure, and ends at the tenth in a row', async () => {
    const { client } = clientWith([
      () => sandbox.faults.add({ kind: 'status', status: 503, when: { times: 9 } }),
      ...Array.from({ length: 9 }, () => () => {}),
      end(),
    ])
    expect(shown(await watched(client)).length).toBe(6)
    sandbox.faults.add({ kind: 'status', status: 503 })
    const down = clientWith([])
    expect(shown(await watched(down.client))).toEqual(['HttpFailed'])
    expect(down.waits.length).toBe(9)
  })

  test('ends at once with an error that no other look can help', async () => {
    const { client, waits } = clientWith([])
    expect(shown(await watched(client, { project: 'team/nothing' }))).toEqual(['NotFound'])
    expect(shown(await watched(client, { every: 0 }))).toEqual(['InvalidQuery'])
    expect(shown(await watched(client, { per_page: 5 } as never))).toEqual(['InvalidQuery'])
    expect(waits).toEqual([])
  })

  test('ends at the signal, in a wait too', async () => {
    const controller = new AbortController()
    const { client } = clientWith([() => controller.abort()])
    const changes = await watched(client, { signal: controller.signal, until: 'aborted' })
    expect(shown(changes).at(-1)).toBe('Aborted')
    expect(shown(await watched(client, { signal: AbortSignal.abort() }))).toEqual(['Aborted'])
  })

  test('goes on after all have ended if it is to end by its signal', async () => {
    end()()
    const controller = new AbortController()
    const { client } = clientWith([() => {}, () => controller.abort()])
    const changes = await watched(client, { signal: controller.signal, until: 'aborted' })
    expect(shown(changes).slice(3)).toEqual(['Aborted'])
  })

  test('is not answered by a cache', async () => {
    const { client } = clientWith([end()])
    expect((await watched(makeCachedClient(client, { ttl: 1e9 }))).length).toBe(6)
  })

  test('makes a run that cannot be read a change, once', async () => {
    const [first] = runs() as unknown as Array<{ createdAt: unknown }>
    if (first !== undefined) first.createdAt = 'never'
    const { client } = clientWith([() => {}, end()])
    const changes = shown(await watched(client))
    expect(changes.filter(([tag]) => tag === 'Unreadable').length).toBe(2)
  })

  test('looks at nothing before it is looped over', async () => {
    watchRuns(project)(clientWith([]).client)
    expect(sandbox.requests).toEqual([])
    for await (const change of watchRuns(project)(clientWith([]).client)) {
      expect(leftOf(E.swap(change) as never)).toBeDefined()
      break
    }
    expect(sandbox.requests.length).toBe(2)
  })
})
