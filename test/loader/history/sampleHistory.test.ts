import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SampleQuery, sampleHistory } from 'wandb-run-ops/loader'
import { historyCount, historyRows } from 'wandb-run-ops/ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

const rows = Array.from({ length: 1000 }, (_, _step) => ({
  _step,
  epoch: Math.floor(_step / 100),
  ...(_step % 2 === 0 ? { train_loss: 1 / (1 + _step) } : { val_loss: 2 / (1 + _step) }),
  ...(_step % 250 === 0 ? { rare: _step } : {}),
}))

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ records: [logged('a', rows)] })
})

afterAll(() => sandbox.close())

const sample = async (query: Partial<SampleQuery> = {}) => {
  sandbox.resetRequests()
  const client = quick(sandbox.url, sandbox.apiKey)
  const history = rightOf(await sampleHistory({ run: 'team/vision/a', ...query })(client)())
  expect(sandbox.requests.length).toBe(1)
  return history
}

describe('sampleHistory', () => {
  test('returns as many whole rows as requested, 500 by default, and reports that they are a choice', async () => {
    expect(await sample()).toMatchObject({ length: 500, sampled: true, source: 'graphql' })
    const history = await sample({ samples: 10 })
    expect(historyRows(history)).toEqual([...history.steps].map((step) => rows[step]))
    expect(history.length).toBe(10)
  })

  test('returns metrics that never meet in a row together, and a rare one whole', async () => {
    const history = await sample({ keys: ['train_loss', 'val_loss', 'rare', 'no'], samples: 20 })
    expect(history.keys).toEqual(['train_loss', 'val_loss', 'rare'])
    expect(history.keys.map((key) => historyCount(history, key))).toEqual([20, 20, 4])
    expect(history.sampled).toBe(true)
  })

  test('returns only rows that have the axis, and the axis with them', async () => {
    const history = await sample({ keys: ['val_loss'], xAxis: 'epoch', samples: 10 })
    expect(history.keys).toEqual(['epoch', 'val_loss'])
    expect(historyCount(history, 'epoch')).toBe(10)
    expect(await sample({ keys: ['val_loss'], xAxis: 'no' })).toMatchObject({ length: 0 })
    expect((await sample({ keys: ['val_loss'], xAxis: '_step' })).keys).toEqual(['val_loss'])
  })

  test.each([
    ['samples', { samples: 0 }],
    ['samples', { samples: 1.5 }],
    ['keys', { keys: [] }],
    ['xAxis', { xAxis: 'epoch' }],
  ])('refuses a query whose %s is wrong', async (field, query) => {
    const client = quick(sandbox.url, sandbox.apiKey)
    const wrong = await sampleHistory({ run: 'team/vision/a', ...query })(client)()
    expect(failsWith('InvalidQuery', wrong).field).toBe(field)
  })

  test('of a run that does not exist is NotFound', async () => {
    failsWith('NotFound', await sampleHistory({ run: 'team/vision/no' })(quick(sandbox.url, sandbox.apiKey))())
  })
})
