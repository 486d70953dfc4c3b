import { expect, test } from 'vitest'
import { bestRun } from '../../../src/ops/runs/bestRun.ts'
import { column } from '../../../src/query/columnBuilders.ts'
import { noNumbers } from './statistic.ts'

const loss = column.summary('loss')
const runsOf = (values: ReadonlyArray<unknown>) => values.map((value) => ({ summary: { loss: value } }))

test('returns the run itself with the smallest or the largest number', () => {
  const runs = runsOf([2, -1, 10])
  expect(bestRun(loss, 'minimize')(runs)).toBe(runs[1])
  expect(bestRun(loss, 'maximize')(runs)).toBe(runs[2])
})

test('returns the first of runs that are equally good', () => {
  const runs = runsOf([1, 0, -0, 0])
  expect(bestRun(loss, 'minimize')(runs)).toBe(runs[1])
  expect(bestRun(loss, 'maximize')(runsOf([]))).toBeUndefined()
})

test.each(['minimize', 'maximize'] as const)('ignores values that are not numbers to %s', (goal) => {
  const runs = runsOf([...noNumbers, 5])
  expect(bestRun(loss, goal)(runs)).toBe(runs.at(-1))
  expect(bestRun(loss, goal)(runsOf(noNumbers))).toBeUndefined()
})

test('treats infinities as numbers', () => {
  const runs = runsOf([1, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
  expect(bestRun(loss, 'minimize')(runs)).toBe(runs[1])
  expect(bestRun(loss, 'maximize')(runs)).toBe(runs[2])
})

test('accepts the metric of a sweep', () => {
  const metric = { name: 'val/loss', goal: 'minimize' } as const
  const runs = [{ summary: { 'val/loss': 2 } }, { summary: { 'val/loss': 1 } }]
  expect(bestRun(column.summary(metric.name), metric.goal)(runs)).toBe(runs[1])
})
