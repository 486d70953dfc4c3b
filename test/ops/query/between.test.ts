import { describe, expect, test } from 'vitest'
import { and, between, column, gte, lte, matches, not } from 'wandb-run-ops/ops'
import { at } from '../records.ts'

const [start, end] = [at('10:00:00'), at('11:00:00')]
const keeps = (createdAt: Date): boolean => matches({ createdAt }, between(column.createdAt, { start, end }))

describe('between', () => {
  test('matches the times of an interval, both ends included', () => {
    const moments = [at('09:59:59.999'), start, at('10:30:00'), end, at('11:00:00.001')]
    expect(moments.map(keeps)).toEqual([false, true, true, true, false])
  })

  test('accepts its ends in either order', () => {
    expect(between(column.createdAt, { start: end, end: start })).toEqual(between(column.createdAt, { start, end }))
  })

  test('accepts an end in milliseconds', () => {
    const filter = between(column.createdAt, { start: start.getTime(), end: end.getTime() })
    expect(filter).toEqual(between(column.createdAt, { start, end }))
  })

  test('is a single time when both ends are equal', () => {
    const moment = between(column.createdAt, { start, end: start })
    expect([start, end].map((createdAt) => matches({ createdAt }, moment))).toEqual([true, false])
  })

  test('is gte and lte combined', () => {
    expect(between(column.createdAt, { start, end })).toEqual(
      and(gte(column.createdAt, start), lte(column.createdAt, end)),
    )
  })

  test('does not match a run without the time, and its negation does', () => {
    const filter = between(column.heartbeatAt, { start, end })
    expect(matches({ heartbeatAt: undefined }, filter)).toBe(false)
    expect(matches({ heartbeatAt: undefined }, not(filter))).toBe(true)
  })

  test('matches no run when an end is invalid', () => {
    for (const interval of [
      { start: new Date(Number.NaN), end },
      { start, end: new Date(Number.NaN) },
      { start: Number.NaN, end: Number.NaN },
      { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
    ])
      expect(matches({ createdAt: at('10:30:00') }, between(column.createdAt, interval))).toBe(false)
  })

  test('changes neither the interval nor its dates', () => {
    const interval = Object.freeze({ start: new Date(end), end: new Date(start) })
    between(column.createdAt, interval)
    expect(interval).toEqual({ start: end, end: start })
  })

  test('does not accept strings, which date-fns reads in the local time zone', () => {
    // @ts-expect-error a string is not a time
    expect(between(column.createdAt, { start: '2026-11-21T10:00:00', end })).toBeDefined()
  })
})
