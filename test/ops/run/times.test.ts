import { describe, expect, test } from 'vitest'
import {
  runComputeSeconds,
  runCreatedAt,
  runHeartbeatAt,
  runLoggedRuntime,
  runRuntime,
} from '../../../src/ops/run/times.ts'
import { aRun, at } from '../records.ts'

describe('runCreatedAt', () => {
  test("returns a date equal to the record's", () => {
    const run = aRun()
    expect(runCreatedAt(run)).toEqual(run.createdAt)
  })
})

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

describe('runRuntime', () => {
  test('returns the seconds from creation to the last heartbeat', () => {
    expect(runRuntime(aRun())).toBe(3600)
  })

  test('returns fractions of a second', () => {
    expect(runRuntime(aRun({ heartbeatAt: at('10:00:01.250') }))).toBe(1.25)
  })

  test('returns 0 for a run without a heartbeat', () => {
    expect(runRuntime(aRun({ heartbeatAt: undefined }))).toBe(0)
  })

  test('returns 0 when the heartbeat is before the creation', () => {
    expect(runRuntime(aRun({ heartbeatAt: at('09:59:59') }))).toBe(0)
  })
})

describe('runComputeSeconds', () => {
  test("returns the server's count", () => {
    expect(runComputeSeconds(aRun())).toBe(3500)
  })

  test('returns undefined, not 0, when the server does not report it', () => {
    expect(runComputeSeconds(aRun({ computeSeconds: undefined }))).toBeUndefined()
    expect(runComputeSeconds(aRun({ computeSeconds: 0 }))).toBe(0)
  })
})

describe('runLoggedRuntime', () => {
  const logged = (wandb: unknown, summary: Record<string, unknown>): number | undefined =>
    runLoggedRuntime(aRun({ summary, internal: { config: {}, summary: { _wandb: wandb } } }))

  test("returns W&B's own runtime", () => {
    expect(logged({ runtime: 60 }, { _runtime: 58.5 })).toBe(60)
  })

  test("returns 0 when W&B's own runtime is 0", () => {
    expect(logged({ runtime: 0 }, { _runtime: 58.5 })).toBe(0)
  })

  test.each([undefined, null, {}, [], 'runtime', { runtime: null }, { runtime: '60' }, { runtime: Number.NaN }])(
    'returns the runtime of the last row where W&B keeps %j',
    (wandb) => {
      expect(logged(wandb, { _runtime: 58.5 })).toBe(58.5)
    },
  )

  test.each([{}, { _runtime: null }, { _runtime: '58.5' }, { _runtime: Number.POSITIVE_INFINITY }])(
    'returns undefined when the summary has %j',
    (summary) => {
      expect(logged(undefined, summary)).toBeUndefined()
    },
  )

  test('finds no inherited properties', () => {
    expect(logged(Object.create({ runtime: 60 }), {})).toBeUndefined()
  })
})
