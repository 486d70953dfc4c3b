import { describe, expect, test } from 'vitest'
import { columnValue } from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'
import { aRun } from '../ops/records.ts'

describe('column', () => {
  test('has a column for every field of a run, under the same name', () => {
    const { config, history, summary, systemMetrics, ...fields } = column
    for (const [name, field] of Object.entries(fields)) expect(field).toEqual({ _tag: 'Field', name })
  })

  test.each([
    ['config', 'Config'],
    ['summary', 'Summary'],
    ['systemMetrics', 'SystemMetrics'],
  ] as const)('of %s keeps its keys as they are', (name, _tag) => {
    expect(column[name]('val/loss')).toEqual({ _tag, path: ['val/loss'] })
    expect(column[name]('a.b', '', '__proto__', '🚀')).toEqual({ _tag, path: ['a.b', '', '__proto__', '🚀'] })
  })

  test('of history has a column for each statistic of a metric', () => {
    const statistics = column.history('val.loss')
    for (const [aggregate, of] of Object.entries(statistics))
      expect(of).toEqual({ _tag: 'History', key: 'val.loss', aggregate })
    expect(Object.keys(statistics)).toEqual(['argmax', 'argmin', 'first', 'last', 'max', 'mean', 'min'])
  })

  test('is plain JSON without any trace of its types', () => {
    const columns = [column.createdAt, column.config<number>('a', 'b'), column.history('loss').min]
    expect(JSON.parse(JSON.stringify(columns))).toStrictEqual(columns)
  })

  test('means the same after being stored', () => {
    const stored = JSON.parse(JSON.stringify(column.config('learning_rate'))) as typeof column.name
    expect(columnValue(aRun(), stored)).toBe(0.001)
  })
})
