import { expect, test } from 'vitest'
import { readSweepMetric } from 'wandb-run-ops/types'

test('returns the name and the goal', () => {
  expect(readSweepMetric({ metric: { name: 'acc', goal: 'maximize' } })).toEqual({ name: 'acc', goal: 'maximize' })
  expect(readSweepMetric({ metric: { name: 'loss', goal: 'minimize' } })).toEqual({ name: 'loss', goal: 'minimize' })
})

test('a goal that is not maximize is minimize', () => {
  for (const goal of [undefined, null, 'MAXIMIZE', 7])
    expect(readSweepMetric({ metric: { name: 'loss', goal } })?.goal).toBe('minimize')
})

test('returns undefined if there is no name', () => {
  for (const metric of [undefined, null, 'loss', [], {}, { name: '' }, { name: 7 }])
    expect(readSweepMetric({ metric })).toBe(undefined)
})

test('looks nothing up through a prototype', () => {
  expect(readSweepMetric(Object.create({ metric: { name: 'loss' } }))).toBe(undefined)
})
