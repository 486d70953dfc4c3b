import { isDeepStrictEqual } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { makeHistory, makeRun } from 'wandb-run-ops/testing'
import { decodeRun, defaultFields } from 'wandb-run-ops/types'
import type { History } from '../../src/types/run/History.ts'
import { Run } from '../../src/types/run/Run.ts'
import { run as anyRun } from '../arbitraries/run.ts'
import { law } from '../laws/law.ts'

describe('makeRun', () => {
  test('a made run is a run, as the codec says, and comes back from its own encoding', () => {
    const run = makeRun({ config: { lr: 0.1 }, tags: ['a'], user: 'ada' })
    expect(Run.is(run)).toBe(true)
    const { entity, project, appUrl } = run
    const decoded = decodeRun(defaultFields, { entity, project, appUrl })(Run.encode(run))
    expect(E.isRight(decoded) && decoded.right).toEqual(run)
  })

  test('any record is made from itself, frozen', () => {
    law([anyRun], (run) => {
      const made = makeRun(run)
      return Object.isFrozen(made) && isDeepStrictEqual(made, run)
    })
  })

  test('has the heavy fields that are given, and no others', () => {
    expect('history' in makeRun()).toBe(false)
    const run = makeRun({ history: makeHistory({ loss: [1] }) })
    expectTypeOf(run.history).toEqualTypeOf<History>()
    expect(run.history.length).toBe(1)
    // @ts-expect-error nothing gave it
    expect(makeRun().events).toBeUndefined()
  })

  test('changes nothing that was given, and shares nothing with it', () => {
    const createdAt = new Date('2026-02-01T00:00:00Z')
    const config = { nested: { lr: 0.1 } }
    const run = makeRun({ createdAt, config })
    createdAt.setTime(0)
    config.nested.lr = 1
    expect(run.createdAt.getTime()).toBe(Date.UTC(2026, 1, 1))
    expect(run.config['nested']).toEqual({ lr: 0.1 })
    expect(Object.isFrozen(config.nested)).toBe(false)
  })

  test('times may be texts, in UTC without a zone', () => {
    expect(makeRun({ createdAt: '2026-02-01T00:00:00' }).createdAt).toEqual(new Date('2026-02-01T00:00:00Z'))
    expect(() => makeRun({ createdAt: 'yesterday' })).toThrow('createdAt of makeRun must be a Date, got "yesterday".')
  })

  test('runs of different ids have different storage ids', () => {
    expect(makeRun({ id: 'a' }).storageId).not.toBe(makeRun({ id: 'b' }).storageId)
  })

  test('a misspelled field is an error that names the right one', () => {
    // @ts-expect-error no run has it
    expect(() => makeRun({ sumary: {} })).toThrow(
      'The overrides of makeRun has no option sumary. Did you mean summary?',
    )
  })
})
