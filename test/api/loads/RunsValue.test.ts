import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { column, filter, runId } from 'wandb-run-ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { listing, runNode } from '../../loader/servers/nodes.ts'
import { scripted, silence } from '../../loader/servers/scripted.ts'
import { collect, doorTo, thrownBy } from '../door.ts'

const project = 'synthetic/training'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 25 } })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const pages = (): ReadonlyArray<unknown> => sandbox.requests.map(({ variables }) => variables['first'])

describe('awaited runs', () => {
  test('are all of them, with what is known of the list', async () => {
    const { runs, totalCount, failures, complete } = await doorTo(sandbox).runs(project)
    expect([runs.length, totalCount, failures, complete]).toEqual([25, 25, [], true])
  })

  test('send nothing before, and once for all awaits', async () => {
    const runs = doorTo(sandbox).runs(project)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(sandbox.requests).toEqual([])
    const [one, other] = await Promise.all([runs, runs])
    expect(one).toBe(other)
    expect(sandbox.requests.length).toBe(1)
  })

  test('report what could not be read, and do not throw', async () => {
    sandbox.faults.add({ kind: 'malformed-run', shape: 'created-at', indexes: [3] })
    const { runs, failures, complete } = await doorTo(sandbox).runs(project)
    expect([runs.length, failures.length, complete]).toEqual([24, 1, true])
  })
})

describe('a loop over runs', () => {
  test('passes what awaiting returns, page by page', async () => {
    const wandb = doorTo(sandbox)
    const ids = (await collect(wandb.runs(project, { pageSize: 10 }))).map(runId)
    expect(pages()).toEqual([10, 10, 10])
    expect(ids).toEqual((await wandb.runs(project)).runs.map(runId))
  })

  test('requests one page ahead, and no more', async () => {
    const seen: Array<number> = []
    for await (const _ of doorTo(sandbox).runs(project, { pageSize: 5 })) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      seen.push(sandbox.requests.length)
      if (seen.length === 2) break
    }
    expect(seen).toEqual([2, 2])
  })

  test('aborts the outstanding request when it is left', async () => {
    const nodes = Array.from({ length: 10 }, (_, i) => runNode(i))
    const server = scripted((sent, index) => (index === 0 ? listing(nodes)(sent) : silence))
    const wandb = doorTo({ url: 'https://api.wandb.test', apiKey: 'not-a-real-key' }, { fetch: server.fetch })
    for await (const _ of wandb.runs('team/vision', { pageSize: 5 })) break
    expect(server.sent.map(({ signal }) => signal?.aborted)).toEqual([false, true])
  })

  test('throws at the end if some runs could not be read, after all others', async () => {
    sandbox.faults.add({ kind: 'malformed-run', shape: 'created-at', indexes: [3, 5], when: { page: 1 } })
    const passed: Array<string> = []
    const error = await thrownBy(async () => {
      for await (const run of doorTo(sandbox).runs(project, { pageSize: 10 })) passed.push(runId(run))
    })
    expect(passed.length).toBe(23)
    expect(error).toMatchObject({
      name: 'WandbError',
      message: expect.stringMatching(/^Could not read 2 of the runs, first \S+ at "createdAt": expected /),
      reason: { _tag: 'ListIncomplete', missing: 0 },
    })
  })

  test('passes those runs to onFailure instead', async () => {
    sandbox.faults.add({ kind: 'malformed-run', shape: 'created-at', indexes: [3], when: { page: 2 } })
    const failures: Array<unknown> = []
    const runs = await collect(
      doorTo(sandbox).runs(project, { pageSize: 10, onFailure: (failure) => failures.push(failure) }),
    )
    expect(runs.length).toBe(24)
    expect(failures).toMatchObject([{ path: ['createdAt'], page: 1, index: 3 }])
  })

  test('throws if the server ended the list early', async () => {
    const nodes = Array.from({ length: 10 }, (_, i) => runNode(i))
    const server = scripted((sent) =>
      JSON.parse(JSON.stringify(listing(nodes)(sent)).replace('"runCount":10', '"runCount":12')),
    )
    const wandb = doorTo({ url: 'https://api.wandb.test', apiKey: 'not-a-real-key' }, { fetch: server.fetch })
    const error = await thrownBy(collect(wandb.runs('team/vision')))
    expect(error).toMatchObject({ message: expect.stringContaining('The list of runs ended early (2 missing)') })
    expect((await wandb.runs('team/vision')).complete).toBe(false)
  })

  test('stops at the signal', async () => {
    const controller = new AbortController()
    const passed: Array<unknown> = []
    const error = await thrownBy(async () => {
      for await (const run of doorTo(sandbox).runs(project, { pageSize: 5, signal: controller.signal })) {
        passed.push(run)
        controller.abort()
      }
    })
    expect(error).toMatchObject({ name: 'WandbError', reason: { _tag: 'Aborted' } })
    expect(passed.length).toBe(5)
  })

  test('throws the error of a page', async () => {
    sandbox.faults.add({ kind: 'status', status: 403, when: { page: 2 } })
    expect(await thrownBy(collect(doorTo(sandbox).runs(project, { pageSize: 10 })))).toMatchObject({
      reason: { _tag: 'Forbidden' },
    })
  })
})

describe('runs', () => {
  test('have pages, with their cursors', async () => {
    const wandb = doorTo(sandbox)
    const all = await collect(wandb.runs(project, { pageSize: 10, onFailure: () => {} }).pages())
    expect(all.map(({ runs, totalCount, last }) => [runs.length, totalCount, last])).toEqual([
      [10, 25, false],
      [10, 25, false],
      [5, 25, true],
    ])
    const rest = await collect(wandb.runs(project, { after: all[1]?.cursor }))
    expect(rest.map(runId)).toEqual(all[2]?.runs.map(runId))
    expect(await thrownBy(collect(wandb.runs('synthetic/none').pages()))).toMatchObject({
      reason: { _tag: 'NotFound', what: 'project' },
    })
  })

  test('are counted without being loaded', async () => {
    const wandb = doorTo(sandbox)
    const finished = wandb.runs(project, { filters: filter.eq(column.state, 'finished'), order: '-created_at' })
    expect(await finished.count()).toBe((await finished).runs.length)
    expect(sandbox.requests[0]?.query).not.toContain('edges')
  })

  test('have histories: those of the runs that match', async () => {
    const runs = doorTo(sandbox).runs(project, { filters: { state: 'finished' }, limit: 4 })
    const histories = await collect(runs.histories({ keys: ['loss'] }))
    expect(histories.map(({ run }) => runId(run))).toEqual((await runs).runs.map(runId))
    expect(await runs.histories({ keys: ['loss'], limit: 2 }).then(({ items }) => items.length)).toBe(2)
    expect(await thrownBy(runs.histories({ key: ['loss'] } as never))).toMatchObject({
      message: 'Unknown option key. Did you mean keys?',
    })
  })

  test('refuse an option that does not exist when they are awaited, and send nothing', async () => {
    const wandb = doorTo(sandbox)
    for (const runs of [wandb.runs(project, { filter: {} } as never), wandb.runs({ project, filter: {} } as never)]) {
      const expected = { reason: { _tag: 'InvalidQuery' }, message: 'Unknown option filter. Did you mean filters?' }
      expect(await thrownBy(runs)).toMatchObject(expected)
      expect(await thrownBy(collect(runs))).toMatchObject(expected)
      expect(await thrownBy(runs.count())).toMatchObject(expected)
      expect(await thrownBy(collect(runs.pages()))).toMatchObject(expected)
      expect(await thrownBy(runs.query('runs.count'))).toMatchObject(expected)
    }
    expect(sandbox.requests).toEqual([])
  })
})

describe('a query over runs', () => {
  test('has the value over those that match, and loads only what it reads', async () => {
    const wandb = doorTo(sandbox)
    const finished = wandb.runs(project, { filters: { state: 'finished' } })
    const { value, runs } = await finished.query('runs.count')
    expect([value, runs]).toEqual([await finished.count(), value])
    expect(value).toBeLessThan(25)
    const both = await finished.query('runs.filter((row) => row.state == "failed").count')
    expect(both.value).toBe(0)
  })

  test('takes the first of an ordered list with a limit, whatever the expression selects', async () => {
    const first = doorTo(sandbox).runs(project, { order: '-created_at', limit: 3, fields: [] })
    const { runs } = await first
    expect((await first.query('runs.name')).value).toEqual(runs.map(({ displayName }) => displayName))
    const name = runs[1]?.displayName
    const found = await first.query(`runs.filter((row) => row.name == "${name}").count`)
    expect([found.value, found.runs, found.complete]).toEqual([1, 3, false])
    expect((await doorTo(sandbox).runs(project).query('runs.limit(3).count')).complete).toBe(true)
  })

  test('throws what is wrong with the expression', async () => {
    const runs = doorTo(sandbox).runs(project)
    expect(await thrownBy(runs.query('runs.('))).toMatchObject({ name: 'WandbError', reason: { _tag: 'SyntaxError' } })
    expect(await thrownBy(runs.query('runs.rutime'))).toMatchObject({ reason: { _tag: 'TypeError' } })
    expect(sandbox.requests).toEqual([])
  })
})
