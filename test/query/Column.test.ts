import { describe, expect, test } from 'vitest'
import { type Column, column } from 'wandb-run-ops/query'
import { columnLabel, isTime } from '../../src/query/Column.ts'

describe('isTime', () => {
  test('holds for the two columns of times', () => {
    expect([column.createdAt, column.heartbeatAt].map(isTime)).toEqual([true, true])
  })

  test('holds for no other field of a run, including its runtime', () => {
    const { config, createdAt, heartbeatAt, history, summary, systemMetrics, ...fields } = column
    expect(Object.values(fields).length).toBeGreaterThanOrEqual(19)
    expect(Object.values(fields).some(isTime)).toBe(false)
  })

  test.each(['createdAt', 'heartbeatAt'])('does not hold for a config, summary or metric called %s', (name) => {
    expect(isTime(column.config(name))).toBe(false)
    expect(isTime(column.summary(name))).toBe(false)
    expect(isTime(column.systemMetrics(name))).toBe(false)
    expect(isTime(column.history(name).last)).toBe(false)
  })
})

test.each<[Column, string]>([
  [column.createdAt, 'createdAt'],
  [column.config('lr'), 'config.lr'],
  [column.config('optimizer', 'lr_$'), 'config.optimizer.lr_$'],
  [column.config('lr', 'value'), 'config.lr["value"]'],
  [column.config('value', 'a', 'value'), 'config.value.a.value'],
  [column.summary('loss', 'value'), 'summary.loss.value'],
  [column.summary('val/loss'), 'summary["val/loss"]'],
  [column.summary('a', '0', ''), 'summary.a["0"][""]'],
  [column.systemMetrics('größe'), 'systemMetrics.größe'],
  [column.history('a.b').max, 'history["a.b"].max'],
])('%j is %j', (of, words) => {
  expect(columnLabel(of)).toBe(words)
})
