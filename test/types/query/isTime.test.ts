import { describe, expect, test } from 'vitest'
import { column } from 'wandb-run-ops/ops'
import { isTime } from '../../../src/types/query/isTime.ts'

describe('isTime', () => {
  test('holds for the two columns of times', () => {
    expect([column.createdAt, column.heartbeatAt].map(isTime)).toEqual([true, true])
  })

  test('holds for no other field of a run, including its runtime', () => {
    const { config, createdAt, heartbeatAt, history, summary, systemMetrics, ...fields } = column
    expect(Object.values(fields)).toHaveLength(19)
    expect(Object.values(fields).some(isTime)).toBe(false)
  })

  test.each(['createdAt', 'heartbeatAt'])('does not hold for a config, summary or metric called %s', (name) => {
    expect(isTime(column.config(name))).toBe(false)
    expect(isTime(column.summary(name))).toBe(false)
    expect(isTime(column.systemMetrics(name))).toBe(false)
    expect(isTime(column.history(name).last)).toBe(false)
  })
})
