import * as Ord from 'fp-ts/lib/Ord.js'
import { describe, expect, test } from 'vitest'
import type { RunId } from 'wandb-run-ops/types'
import { ordRunByCreatedAt, ordRunByHeartbeatAt, ordRunByName, ordRunByRuntime } from '../../../src/ops/run/ordRun.ts'
import { aRun, at } from '../records.ts'

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
