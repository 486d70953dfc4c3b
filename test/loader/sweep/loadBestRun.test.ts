import * as t from 'io-ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BestRunQuery, loadBestRun, loadSweep, makeClient } from 'wandb-run-ops/loader'
import { asc, column, desc, exists, ne } from 'wandb-run-ops/query'
import type { Sandbox } from '../../../sandbox/index.ts'
import { lines } from '../../fixtures/loader/lines.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { run } from '../../sandbox/fixture.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { runNode } from '../servers/nodes.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

let sandbox: Sandbox
beforeAll(async () => {
  const worst = run('worst', {
    sweepName: 's3',
    summaryMetrics: '{"acc": "NaN"}',
    config: '{"optimizer": {"desc": null, "value": {"lr": 0.5}}}',
  })
  sandbox = await startFixture({ records: [...lines, worst] })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const client = () => quick(sandbox.url, sandbox.apiKey)
const attempt = (query: BestRunQuery) => loadBestRun(query)(client())()
const idOf = async (query: BestRunQuery) => rightOf(await attempt(query))?.id
const firsts = () => sandbox.requests.map(({ variables }) => variables['first'])

describe('the best run of a sweep', () => {
  test('is the one with the best value of the metric; one run is asked for', async () => {
    expect(await idOf({ sweep: 'team/vision/s1' })).toBe('better')
    expect(sandbox.requests.map(({ operationName }) => operationName)).toEqual(['Sweep', 'Runs'])
    expect(firsts()).toEqual([undefined, 1])
  })

  test('costs one request where the record of the sweep, or an order, is given', async () => {
    const sweep = rightOf(await loadSweep('team/vision/s1')(client())())
    sandbox.resetRequests()
    expect(await idOf({ sweep })).toBe('better')
    expect(await idOf({ sweep: 'team/vision/s1', order: '-summary_metrics.loss' })).toBe('good')
    expect(sandbox.requests.length).toBe(2)
  })

  test('goes by columns of the run, too (D16)', async () => {
    expect(await idOf({ sweep: 'team/vision/s1', order: '-name' })).toBe('nan')
    expect(await idOf({ sweep: 'team/vision/s1', order: '+name' })).toBe('better')
  })

  test('is among those that filters leave', async () => {
    expect(await idOf({ sweep: 'team/vision/s1', filters: { name: { $ne: 'better' } } })).toBe('good')
  })

  test('goes by an order and a filter, too', async () => {
    const order = desc(column.summary('loss'))
    expect(await idOf({ sweep: 'team/vision/s1', order })).toBe('good')
    expect(await idOf({ sweep: 'team/vision/s1', order, filters: ne(column.id, 'good') })).toBe('better')
    const named = await attempt({ sweep: 'team/vision/s1', order: desc(column.name) })
    expect(failsWith('InvalidQuery', named).field).toBe('order.name')
    const noted = await attempt({ sweep: 'team/vision/s1', order, filters: exists(column.notes) })
    expect(failsWith('InvalidQuery', noted).field).toBe('filters.notes')
  })

  test('goes by nested values, within the config wrapper', async () => {
    expect(await idOf({ project: 'team/vision', order: desc(column.summary('nested', 'acc')) })).toBe('nan')
    expect(await idOf({ project: 'team/vision', order: asc(column.config('optimizer', 'lr')) })).toBe('worst')
  })

  test('is undefined where no run has a value', async () => {
    expect(await idOf({ sweep: 'team/vision/s3' })).toBe(undefined)
    expect(await idOf({ sweep: 'team/vision/s1', order: '+summary_metrics.none' })).toBe(undefined)
  })

  test('does not go by a metric that the server cannot sort by', async () => {
    const sweep = { ...rightOf(await loadSweep('team/vision/s1')(client())()), config: { metric: { name: 'a,b' } } }
    expect(failsWith('InvalidQuery', await attempt({ sweep })).field).toBe('order.summary["a,b"]')
  })

  test('needs an order where the config names no metric', async () => {
    expect(failsWith('InvalidQuery', await attempt({ sweep: 'team/vision/s2' })).field).toBe('order')
  })

  test('has the fields that were asked for, and no others', async () => {
    const query = { sweep: 'team/vision/s1', fields: ['config'], order: '+summary_metrics.loss' } as const
    const best = rightOf(await loadBestRun(query)(client())())
    expect([best?.config, Object.isFrozen(best)]).toEqual([{ lr: 0.1 }, true])
    expect(best !== undefined && 'summary' in best).toBe(false)
    expect(sandbox.requests[0]?.variables['summaryKeys']).toEqual(['loss', '_wandb'])
  })

  test('is found by what was logged, whatever a codec makes of it', async () => {
    const text = new t.Type<string, string, unknown>('text', t.string.is, (u) => t.success(String(u)), t.identity)
    const decode = { summary: t.type({ loss: text }) }
    const best = rightOf(await loadBestRun({ sweep: 'team/vision/s1', decode })(client())())
    expect([best?.id, best?.summary.loss]).toEqual(['better', '0.25'])
  })
})

describe('the best run of a project', () => {
  test('goes by the order', async () => {
    expect(await idOf({ project: 'team/vision', order: '-summary_metrics.acc' })).toBe('better')
    expect(await idOf({ project: 'team/vision', order: '-summary_metrics.nested.acc' })).toBe('nan')
    expect(await idOf({ project: 'team/vision', order: '+config.lr.value' })).not.toBe(undefined)
  })

  test('goes by a column in any spelling', async () => {
    for (const order of ['-summary.acc', "-summary_metrics['acc']", '-summary["acc"]'])
      expect(await idOf({ project: 'team/vision', order })).toBe('better')
    expect(sandbox.requests.map(({ variables }) => variables['order'])).toEqual([
      '-summary_metrics.acc',
      '-summary_metrics.acc',
      '-summary_metrics.acc',
    ])
  })

  test('refuses what is not a column before anything is sent', async () => {
    const failure = failsWith('InvalidQuery', await attempt({ project: 'team/vision', order: 'val_loss' }))
    expect([failure.field, failure.reason]).toEqual([
      'order',
      expect.stringContaining('A logged value is summary.val_loss'),
    ])
    expect(sandbox.requests).toEqual([])
  })

  test('is sorted by a key with brackets, as an order', async () => {
    expect(await idOf({ project: 'team/vision', order: desc(column.summary('a["b')) })).toBe(undefined)
    expect(sandbox.requests[0]?.variables['order']).toBe('-summary_metrics.a["b')
  })

  test('requires an order, and cannot be combined with a sweep', async () => {
    expect(failsWith('InvalidQuery', await attempt({ project: 'team/vision' })).field).toBe('order')
    const both = { project: 'team/vision', sweep: 'team/vision/s1' }
    expect(failsWith('InvalidQuery', await attempt(both)).field).toBe('project')
    expect(sandbox.requests).toEqual([])
  })
})

describe('a server that puts runs without a value first', () => {
  const summaries = ['{}', '{"loss": NaN}', '{"loss": "NaN"}', '{"loss": null}', '{"loss": 0.5}', '{"loss": 0.75}']
  const nodes = summaries.map((summaryMetrics, n) => runNode(n, { summaryMetrics }))
  const serving = (all: ReadonlyArray<unknown>) =>
    scripted(({ variables }) => {
      const start = Number(variables['after'] ?? 0)
      const end = Math.min(all.length, start + Number(variables['first']))
      const edges = all.slice(start, end).map((node, i) => ({ cursor: `${start + i + 1}`, node }))
      const runs = { edges, pageInfo: { endCursor: `${end}`, hasNextPage: end < all.length } }
      return { data: { project: { name: 'p', entityName: 'e', runCount: all.length, runs } } }
    })
  const query = { project: 'e/p', order: '+summary_metrics.loss' }

  test('does not make one of them the best: more are asked for', async () => {
    const server = serving(nodes)
    expect(rightOf(await loadBestRun(query)(makeClient({ fetch: server.fetch }))())?.id).toBe('run4')
    expect(server.sent.map(({ variables }) => variables['first'])).toEqual([1, 50])
  })

  test('a run that cannot be read is no reason to take the next', async () => {
    const server = serving([runNode(0, { createdAt: 'yesterday' }), ...nodes])
    const error = failsWith('RunUnreadable', await loadBestRun(query)(makeClient({ fetch: server.fetch }))())
    expect(error.failure.path).toEqual(['createdAt'])
  })
})
