import { describe, expect, test } from 'vitest'
import { runHeartbeatAt } from '../../../src/ops/run/heartbeatAt.ts'
import { aRun, at } from '../records.ts'

describe('runHeartbeatAt', () => {
  test('returns the last heartbeat', () => {
    expect(runHeartbeatAt(aRun())).toEqual(at('11:00:00'))
  })

  test('returns the creation time for a run without a heartbeat', () => {
    expect(runHeartbeatAt(aRun({ heartbeatAt: undefined }))).toEqual(at('10:00:00'))
  })

  test('returns a heartbeat before the creation as it is', () => {
    expect(runHeartbeatAt(aRun({ heartbeatAt: at('09:00:00') }))).toEqual(at('09:00:00'))
  })
})
