import { describe, expect, test } from 'vitest'
import { startSandbox } from '../../../sandbox/index.ts'
import { missing } from '../../../sandbox/json/lookup.ts'
import { fieldOf } from '../../../sandbox/query/field.ts'
import { names } from '../client.ts'
import { run } from '../fixture.ts'

const store = undefined as never
const read = (path: string, over: Parameters<typeof run>[1]): unknown => fieldOf(path)?.read(run('a', over), store)

describe('config', () => {
  const config = JSON.stringify({
    lr: { desc: null, value: 0.1 },
    opt: { value: { name: 'adam', value: 'inner', list: ['x', { y: 1 }] } },
    bare: { b: 2 },
    list: ['p', 'q'],
    'a.b': { value: 7 },
    a: { value: { c: 8, 'd.e': 9, b: 10 } },
    text: { value: 'NaN' },
    none: { value: null },
  })

  test.each([
    ['lr', 0.1],
    ['lr.value', 0.1],
    ['opt.name', 'adam'],
    ['opt.value.name', 'adam'],
    ['opt.value.value', 'inner'],
    ['opt.list.0', 'x'],
    ['opt.value.list.1.y', 1],
    ['bare.b', 2],
    ['list.1', 'q'],
    ['a.c', 8],
    ['a.b', 10],
    ['text', 'NaN'],
    ['none', null],
    ['none.value', null],
  ])('%s is %j', (path, wanted) => {
    expect(read(`config.${path}`, { config })).toEqual(wanted)
  })

  test.each([
    'a.d.e',
    'lr.desc',
    'lr.value.value',
    'bare.value',
    'opt.list.length',
    'opt.list.2',
    'list.length',
    'toString',
    'x',
  ])('%s is not there', (path) => {
    expect(read(`config.${path}`, { config })).toBe(missing)
  })

  test('a key that contains dots cannot be addressed, and does not hide a nested key', () => {
    expect(read('config.a.b', { config: '{"a.b": {"value": 7}}' })).toBe(missing)
    expect(read('config.a.b.value', { config: '{"a.b": {"value": 7}}' })).toBe(missing)
  })

  test('the first value after a wrapped entry is the wrapper', () => {
    expect(read('config.opt.value', { config })).toMatchObject({ value: 'inner' })
  })
})

describe.each([
  ['summary_metrics', 'summaryMetrics'],
  ['system_metrics', 'systemMetrics'],
] as const)('%s', (dict, field) => {
  const text =
    '{"loss": "NaN", "up": {"to": ["Infinity", "x"]}, "a.b": 1, "bare": NaN, "val/acc": "-Infinity", "value": {"q": 2}}'
  const at = (path: string): unknown => read(`${dict}.${path}`, { [field]: text })

  test('quoted numbers are numbers at any depth', () => {
    expect([at('loss'), at('bare')]).toEqual([Number.NaN, Number.NaN])
    expect(at('up.to.0')).toBe(Number.POSITIVE_INFINITY)
    expect(at('up')).toEqual({ to: [Number.POSITIVE_INFINITY, 'x'] })
    expect(at('val/acc')).toBe(Number.NEGATIVE_INFINITY)
  })

  test('dots always descend, and value is an ordinary key', () => {
    expect(at('a.b')).toBe(missing)
    expect(at('up.to.length')).toBe(missing)
    expect(at('value.q')).toBe(2)
    expect(at('value.value.q')).toBe(missing)
  })
})

test('responses keep quoted numbers', async () => {
  const sandbox = await startSandbox({
    records: [
      run('one', { summaryMetrics: '{"loss": "NaN"}' }),
      run('two', { summaryMetrics: '{"loss": "Infinity"}' }),
    ],
  })
  expect(await names(sandbox, { first: 9, filters: '{"summary_metrics.loss": {"$gt": 1}}' })).toEqual(['two'])
  expect(await names(sandbox, { first: 9, order: '-summary_metrics.loss' })).toEqual(['two', 'one'])
  await sandbox.close()
})

test('synthetic runs read the same through peek and through their text', async () => {
  const sandbox = await startSandbox({ records: [], synthetic: { runs: 3, configKeys: 10, summaryKeys: 3 } })
  const [one] = sandbox.store.project('synthetic', 'training')?.runs ?? []
  const of = (path: string): unknown => (one === undefined ? undefined : fieldOf(path)?.read(one, sandbox.store))
  const config = JSON.parse(one?.config ?? '')
  expect(of('config.model.value.width')).toBe(config.model.value.width)
  expect(of('config.model.width')).toBe(config.model.value.width)
  expect(of('config.optimizer')).toBe(config.optimizer.value)
  expect(of('config._wandb.cli_version')).toBe('0.30.0')
  expect(of('config.none')).toBe(missing)
  expect(of('summary_metrics._wandb.runtime')).toBe(one?.computeSeconds)
  expect(of('summary_metrics._step')).toBe(-1)
  expect(of('summary_metrics._timestamp')).toEqual(expect.any(Number))
  expect(of('summary_metrics.val/loss')).toEqual(expect.any(Number))
  expect(of('summary_metrics.val/loss.x')).toBe(missing)
  await sandbox.close()
})
