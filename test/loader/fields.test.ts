import fc from 'fast-check'
import * as t from 'io-ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadRun, loadRuns } from 'wandb-run-ops/loader'
import { runConfig, runLoggedArtifactVersions, runSummary } from 'wandb-run-ops/ops'
import type { InlineField } from 'wandb-run-ops/types'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { caseCount } from '../laws/law.ts'
import { failsWith, rightOf } from './servers/either.ts'
import { quick } from './servers/quick.ts'

const project = 'synthetic/training'
const all: ReadonlyArray<InlineField> = [
  'config',
  'summary',
  'systemMetrics',
  'historyKeys',
  'loggedArtifactVersions',
  'usedArtifactVersions',
]

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 3, artifactsPerRun: 1 } })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const client = () => quick(sandbox.url, sandbox.apiKey)

describe('the fields of a load', () => {
  test('are exactly those that were asked for, in any combination, for one run and for many', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...all]), async (fields) => {
        const { runs } = rightOf(await loadRuns({ project, fields })(client())())
        const [first] = runs
        if (first === undefined) return false
        const run = rightOf(await loadRun({ run: first, fields })(client())())
        return [first, run].every((one) => all.every((field) => Object.hasOwn(one, field) === fields.includes(field)))
      }),
      { numRuns: caseCount(64) },
    )
  })

  test('are config, summary and systemMetrics by default', async () => {
    const { runs } = rightOf(await loadRuns({ project })(client())())
    expect(all.filter((field) => Object.hasOwn(runs[0] ?? {}, field))).toEqual(['config', 'summary', 'systemMetrics'])
  })

  test('that are left out cannot be used', async () => {
    const { runs } = rightOf(await loadRuns({ project, fields: ['loggedArtifactVersions'] })(client())())
    const [run] = runs
    if (run === undefined) throw new Error('no run')
    expect(runLoggedArtifactVersions(run).length).toBe(1)
    // @ts-expect-error config was not loaded
    expect(run.config).toBeUndefined()
    // @ts-expect-error config was not loaded
    expect(runConfig(run)).toBeUndefined()
    // @ts-expect-error summary was not loaded
    expect(runSummary(run)).toBeUndefined()
  })

  test('that do not exist are a mistake of types and an error', async () => {
    // @ts-expect-error there is no such field
    failsWith('InvalidQuery', await loadRuns({ project, fields: ['configs'] })(client())())
    expect(sandbox.requests.length).toBe(0)
  })

  test('by default include no artifact versions, which types know', async () => {
    const { runs } = rightOf(await loadRuns({ project })(client())())
    for (const run of runs) {
      // @ts-expect-error artifact versions were not loaded
      expect(run.loggedArtifactVersions).toBeUndefined()
      expect(run.config['optimizer']).toBeDefined()
    }
  })
})

describe('keys', () => {
  const keys = { config: ['optimizer', 'no.such "key"'], summary: ['loss', 'val/loss'] }

  test('go out as variables, and only they come back', async () => {
    const { runs } = rightOf(await loadRuns({ project, keys })(client())())
    const [request] = sandbox.requests
    expect(request?.variables).toMatchObject({ configKeys: keys.config, summaryKeys: [...keys.summary, '_wandb'] })
    expect(request?.query).not.toMatch(/optimizer|loss/)
    for (const run of runs) {
      expect(Object.keys(run.config)).toEqual(['optimizer'])
      expect(Object.keys(run.summary).sort()).toEqual(['loss', 'val/loss'])
    }
  })

  test('mean the same for one run', async () => {
    const { runs } = rightOf(await loadRuns({ project, keys })(client())())
    const [first] = runs
    if (first === undefined) throw new Error('no run')
    expect(rightOf(await loadRun({ run: first, keys })(client())())).toEqual(first)
  })
})

describe('codecs', () => {
  const config = t.type({ optimizer: t.string })
  const summary = t.type({ accuracy: t.number })

  test('give config and summary their types', async () => {
    const { runs } = rightOf(await loadRuns({ project, decode: { config, summary } })(client())())
    const optimizers: ReadonlyArray<string> = runs.map((run) => runConfig(run).optimizer)
    const accuracies: ReadonlyArray<number> = runs.map((run) => runSummary(run).accuracy)
    expect([optimizers.length, accuracies.every(Number.isFinite)]).toEqual([3, true])
    // @ts-expect-error optimizer is a string
    const wrong: ReadonlyArray<number> = runs.map((run) => run.config.optimizer)
    // @ts-expect-error there is no such key
    expect(runs.map((run) => run.config.optimiser)).toEqual([undefined, undefined, undefined])
    expect(wrong.length).toBe(3)
  })

  test('leave the type of the other as it is', async () => {
    const { runs } = rightOf(await loadRuns({ project, fields: ['config', 'summary'], decode: { config } })(client())())
    expect(runs.map((run) => [run.config.optimizer.length > 0, 'loss' in run.summary])).toEqual(
      Array(3).fill([true, true]),
    )
  })

  test('that refuse a run make a failure that names the path and not the value', async () => {
    const decode = { config: t.type({ optimizer: t.literal('none of them') }) }
    const { runs, failures, complete } = rightOf(await loadRuns({ project, decode })(client())())
    expect([runs, complete]).toEqual([[], true])
    expect(failures).toMatchObject(
      [0, 1, 2].map((index) => ({ path: ['config', 'optimizer'], actual: 'string', page: 0, index })),
    )
    expect(JSON.stringify(failures)).not.toMatch(/adam|sgd/i)
  })

  test('that throw make a failure, and no rejection', async () => {
    const thrower = new t.Type<string, string, unknown>(
      'Thrower',
      t.string.is,
      () => {
        throw new Error('broken')
      },
      String,
    )
    const { failures } = rightOf(await loadRuns({ project, decode: { config: thrower } })(client())())
    expect(failures.length).toBe(3)
  })
})
