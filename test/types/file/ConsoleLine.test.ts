import { expect, test } from 'vitest'
import { ConsoleLine } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = { number: 3, timestamp: '2026-03-01T10:00:00.123456', level: 'error', label: 'rank 1', line: 'oh no' }

test('reads a line, its time in UTC', () => {
  expect(decoded(ConsoleLine, node)).toStrictEqual({
    number: 3,
    timestamp: new Date('2026-03-01T10:00:00.123Z'),
    level: 'error',
    label: 'rank 1',
    content: 'oh no',
  })
})

test('empty and unsent fields are undefined, and missing content is the empty string', () => {
  const nothing = { number: 0, timestamp: undefined, level: undefined, label: undefined, content: '' }
  expect(decoded(ConsoleLine, { number: 0, timestamp: '', level: '', label: '', line: '' })).toStrictEqual(nothing)
  expect(decoded(ConsoleLine, { number: 0, timestamp: null, level: null, label: null, line: null })).toStrictEqual(
    nothing,
  )
})

test('an unreadable time does not fail the line', () => {
  expect(decoded(ConsoleLine, { ...node, timestamp: 'yesterday' }).timestamp).toBe(undefined)
})

test('a line without a number is rejected', () => {
  expect(refusal(ConsoleLine, { ...node, number: null })).toEqual({
    path: ['number'],
    expected: 'Int64',
    actual: 'null',
  })
})

test('round-trips', () => {
  for (const line of [decoded(ConsoleLine, node), decoded(ConsoleLine, { number: 0 })]) {
    expect(decoded(ConsoleLine, ConsoleLine.encode(line))).toStrictEqual(line)
    expect(ConsoleLine.is(line)).toBe(true)
  }
})
