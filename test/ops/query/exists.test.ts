import { describe, expect, test } from 'vitest'
import { column, exists, matches, not } from 'wandb-run-ops/ops'
import { historyFromRows } from 'wandb-run-ops/types'
import { aRun, aUser } from '../records.ts'

describe('exists', () => {
  test.each([0, false, '', null, Number.NaN, [], {}])('finds a config entry whose value is %j', (value) => {
    expect(matches({ config: { x: value } }, exists(column.config('x')))).toBe(true)
    expect(matches({ summary: { x: { y: value } } }, exists(column.summary('x', 'y')))).toBe(true)
  })

  test.each(['x', 'toString', '__proto__', 'constructor', ''])('finds no entry %j where none was set', (key) => {
    expect(matches({ config: {} }, exists(column.config(key)))).toBe(false)
    expect(matches({ config: { a: [] } }, exists(column.config('a', key)))).toBe(false)
  })

  test('finds a field that the record has, and none that is undefined', () => {
    expect(matches(aRun(), exists(column.group))).toBe(true)
    expect(matches(aRun({ group: '' }), exists(column.group))).toBe(true)
    expect(matches(aRun({ group: undefined }), exists(column.group))).toBe(false)
    expect(matches(aRun({ heartbeatAt: undefined }), exists(column.heartbeatAt))).toBe(false)
    expect(matches(aRun({ user: aUser({ username: '' }) }), exists(column.user))).toBe(false)
  })

  test('finds a name and a runtime in every run', () => {
    const bare = aRun({ displayName: undefined, heartbeatAt: undefined })
    expect(matches(bare, exists(column.name))).toBe(true)
    expect(matches(bare, exists(column.runtime))).toBe(true)
    expect(matches(bare, exists(column.displayName))).toBe(false)
  })

  test('finds an empty list of tags', () => {
    expect(matches({ tags: [] }, exists(column.tags))).toBe(true)
  })

  test('finds a statistic when a metric has a number', () => {
    const history = historyFromRows([{ _step: 0, loss: Number.NaN, accuracy: 1 }])
    expect(matches({ history }, exists(column.history('accuracy').min))).toBe(true)
    expect(matches({ history }, exists(column.history('loss').min))).toBe(false)
  })

  test('has a negation that finds missing values', () => {
    expect(matches(not(exists(column.config('x'))))({ config: {} })).toBe(true)
  })
})
