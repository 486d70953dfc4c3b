import * as Ord from 'fp-ts/lib/Ord.js'
import { describe, expect, test } from 'vitest'
import type { RunId, StorageId } from 'wandb-run-ops/types'
import {
  eqRun,
  ordRunByConfig,
  ordRunByCreatedAt,
  ordRunByHeartbeatAt,
  ordRunByName,
  ordRunByRuntime,
  ordRunBySummary,
} from '../../../src/ops/run/order.ts'
import { aRun, at } from '../records.ts'

describe('eqRun', () => {
  test('treats two loads of a run as equal, whatever else differs', () => {
    expect(eqRun.equals(aRun(), aRun({ state: 'running', summary: {} }))).toBe(true)
  })

  test('distinguishes runs with the same short id in two projects', () => {
    const id = 'a1b2c3d4' as RunId
    expect(eqRun.equals(aRun({ id }), aRun({ id, storageId: 'UnVuOjI=' as StorageId }))).toBe(false)
  })
})

const one = aRun()
const later = aRun({ createdAt: at('10:50:00'), heartbeatAt: at('10:55:00'), displayName: 'Swift-sun-1' })

describe('ordRunByCreatedAt', () => {
  test('puts the oldest first', () => {
    expect(ordRunByCreatedAt.compare(one, later)).toBe(-1)
  })

  test('treats runs created at the same time as ties', () => {
    expect(ordRunByCreatedAt.equals(one, aRun({ createdAt: at('10:00:00') }))).toBe(true)
  })

  test('returns the newest first when reversed', () => {
    expect([one, later].sort(Ord.reverse(ordRunByCreatedAt).compare)).toEqual([later, one])
  })
})

describe('ordRunByHeartbeatAt', () => {
  test('puts the earliest heartbeat first', () => {
    expect(ordRunByHeartbeatAt.compare(one, later)).toBe(1)
  })

  test('counts from the creation when there is no heartbeat', () => {
    expect(ordRunByHeartbeatAt.compare(aRun({ heartbeatAt: undefined }), later)).toBe(-1)
  })
})

describe('ordRunByName', () => {
  test('puts uppercase before lowercase', () => {
    expect(ordRunByName.compare(one, later)).toBe(1)
  })

  test('orders a run without a display name by its id', () => {
    const nameless = aRun({ displayName: undefined, id: 'a' as RunId })
    expect(ordRunByName.compare(nameless, one)).toBe(-1)
  })
})

describe('ordRunByRuntime', () => {
  test('puts the shortest first', () => {
    expect(ordRunByRuntime.compare(one, later)).toBe(1)
  })
})

const runsOf = (values: ReadonlyArray<unknown>) => values.map((loss) => ({ summary: { loss } }))
const sorted = (values: ReadonlyArray<unknown>, direction?: 'asc' | 'desc') =>
  runsOf(values)
    .sort(ordRunBySummary('loss', direction).compare)
    .map(({ summary }) => summary.loss)

describe('ordRunBySummary', () => {
  test('puts the smallest first, and the largest with desc', () => {
    expect(sorted([2, 10, 1])).toEqual([1, 2, 10])
    expect(sorted([2, 10, 1], 'desc')).toEqual([10, 2, 1])
  })

  test('puts missing values last in both directions, in their original order', () => {
    expect(sorted([null, 2, Number.NaN, 1])).toEqual([1, 2, null, Number.NaN])
    expect(sorted([null, 2, Number.NaN, 1], 'desc')).toEqual([2, 1, null, Number.NaN])
  })

  test('sorts infinities as numbers, not as missing values', () => {
    expect(sorted([Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY])).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ])
  })

  test('orders numbers, strings, booleans, then all else', () => {
    expect(sorted([{}, true, 'a', false, 1])).toEqual([1, 'a', false, true, {}])
    expect(sorted([1, {}, true, 'a', false, null], 'desc')).toEqual([{}, true, false, 'a', 1, null])
  })

  test('treats 0 and -0 as ties', () => {
    const [zero, minusZero] = runsOf([0, -0])
    expect(zero && minusZero && ordRunBySummary('loss').equals(zero, minusZero)).toBe(true)
  })

  test('treats a string as one key, and an array as a path', () => {
    const run = { summary: { 'a/b': 1, a: { b: 2 } } }
    const other = { summary: { 'a/b': 2, a: { b: 1 } } }
    expect(ordRunBySummary('a/b').compare(run, other)).toBe(-1)
    expect(ordRunBySummary(['a', 'b']).compare(run, other)).toBe(1)
  })

  test('finds no inherited properties', () => {
    expect(ordRunBySummary('constructor').compare({ summary: {} }, { summary: { constructor: 1 } })).toBe(1)
  })

  test('would put missing values first when reversed, which is why desc exists', () => {
    expect(runsOf([1, null]).sort(Ord.reverse(ordRunBySummary('loss')).compare)[0]?.summary.loss).toBeNull()
  })
})

describe('ordRunByConfig', () => {
  test('orders by a key, with missing values last in both directions', () => {
    const runs = [{ config: {} }, { config: { lr: 0.1 } }, { config: { lr: 0.2 } }]
    const rates = (direction: 'asc' | 'desc') =>
      [...runs].sort(ordRunByConfig('lr', direction).compare).map(({ config }) => config.lr)
    expect(rates('asc')).toEqual([0.1, 0.2, undefined])
    expect(rates('desc')).toEqual([0.2, 0.1, undefined])
  })

  test('orders by a path', () => {
    const run = { config: { optimizer: { lr: 1 } } }
    const other = { config: { optimizer: { lr: 2 } } }
    expect(ordRunByConfig(['optimizer', 'lr']).compare(run, other)).toBe(-1)
  })
})
