import { expect, test } from 'vitest'
import { readSweepMetric, SweepConfig } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

test('reads an object and its JSON text, frozen', () => {
  for (const wire of [{ method: 'grid' }, '{"method": "grid"}']) {
    const config = decoded(SweepConfig, wire)
    expect(config).toEqual({ method: 'grid' })
    expect(Object.isFrozen(config)).toBe(true)
  }
})

test('an absent config is empty', () => {
  for (const wire of [null, undefined, '']) expect(decoded(SweepConfig, wire)).toEqual({})
})

test('keeps a key called __proto__ as a key', () => {
  expect(Object.keys(decoded(SweepConfig, '{"__proto__": 1}'))).toEqual(['__proto__'])
})

test('rejects YAML, which loaders parse first, and lists', () => {
  for (const wire of ['method: grid', [1]])
    expect(refusal(SweepConfig, wire)).toMatchObject({ expected: 'SweepConfig' })
})

test('returns the name and the goal', () => {
  expect(readSweepMetric({ metric: { name: 'acc', goal: 'maximize' } })).toEqual({ name: 'acc', goal: 'maximize' })
  expect(readSweepMetric({ metric: { name: 'loss', goal: 'minimize' } })).toEqual({ name: 'loss', goal: 'minimize' })
})

test('a goal that is not maximize is minimize', () => {
  for (const goal of [undefined, null, 'MAXIMIZE', 7])
    expect(readSweepMetric({ metric: { name: 'loss', goal } })?.goal).toBe('minimize')
})

test('returns undefined if there is no name', () => {
  for (const metric of [undefined, null, 'loss', [], {}, { name: '' }, { name: null }, { name: [7] }])
    expect(readSweepMetric({ metric })).toBe(undefined)
})

test('looks nothing up through a prototype', () => {
  expect(readSweepMetric(Object.create({ metric: { name: 'loss' } }))).toBe(undefined)
})

test('a name that is a number or a boolean is its text', () => {
  expect(readSweepMetric({ metric: { name: 7 } })?.name).toBe('7')
  expect(readSweepMetric({ metric: { name: false } })?.name).toBe('false')
})
