import { describe, expect, test } from 'vitest'
import { HistoryKeys } from 'wandb-run-ops/types'
import { oddKeys } from '../../fixtures/types/oddKeys.ts'
import { decoded, refusal } from '../outcome.ts'

const loss = { typeCounts: [{ type: 'number', count: 3 }], monotonic: false, previousValue: 0.5 }

describe('HistoryKeys', () => {
  test('reads an object, and its JSON text', () => {
    const keys = { keys: { loss }, lastStep: 9 }
    expect(decoded(HistoryKeys, keys)).toStrictEqual(keys)
    expect(decoded(HistoryKeys, JSON.stringify(keys))).toStrictEqual(keys)
  })

  test.each([[null], [undefined], [''], ['{}'], [{}], [{ keys: null, lastStep: null }]])(
    '%j is no keys and no last step',
    (wire) => {
      expect(decoded(HistoryKeys, wire)).toStrictEqual({ keys: {}, lastStep: undefined })
    },
  )

  test('the last step may be digits, zero or negative', () => {
    expect(decoded(HistoryKeys, { lastStep: '12' }).lastStep).toBe(12)
    expect(decoded(HistoryKeys, { lastStep: 0 }).lastStep).toBe(0)
    expect(decoded(HistoryKeys, { lastStep: -1 }).lastStep).toBe(-1)
  })

  test('a last value may be non-finite', () => {
    expect(decoded(HistoryKeys, '{"keys": {"a": {"previousValue": NaN}}}').keys['a']).toStrictEqual({
      previousValue: Number.NaN,
    })
  })

  test.each(oddKeys)('%j is an ordinary metric', (key) => {
    const text = `{"keys": {${JSON.stringify(key)}: {"monotonic": true}}, "lastStep": 1}`
    for (const wire of [text, JSON.parse(text) as object]) {
      const { keys } = decoded(HistoryKeys, wire)
      expect(Object.entries(keys)).toEqual([[key, { monotonic: true }]])
      expect(Object.getPrototypeOf(keys)).toBe(Object.prototype)
    }
  })

  test('the record and its keys are frozen, and the input is not modified', () => {
    const wire: { keys: Record<string, object> } = { keys: { loss } }
    const read = decoded(HistoryKeys, wire)
    wire.keys['more'] = {}
    expect(Object.keys(read.keys)).toEqual(['loss'])
    expect(Object.isFrozen(read) && Object.isFrozen(read.keys)).toBe(true)
    expect(Object.isFrozen(wire.keys)).toBe(false)
  })

  test.each([
    [{ keys: [] }, ['keys'], 'array'],
    [{ keys: { a: 1 } }, ['keys'], 'object'],
    [{ keys: 'loss' }, ['keys'], 'string'],
  ])('%j is rejected at its keys', (wire, path, actual) => {
    expect(refusal(HistoryKeys, wire)).toEqual({ path, expected: 'UnknownRecord', actual })
  })

  test.each([
    [{ lastStep: 'last' }, 'string'],
    [{ lastStep: 'Infinity' }, 'number'],
    [{ lastStep: {} }, 'object'],
  ])('%j is rejected at its last step', (wire, actual) => {
    expect(refusal(HistoryKeys, wire)).toEqual({ path: ['lastStep'], expected: 'Int64 | null', actual })
  })

  test('a text that is not an object is rejected as a whole', () => {
    expect(refusal(HistoryKeys, '[]')).toEqual({ path: [], expected: 'HistoryKeys', actual: 'string' })
  })

  test('round-trips', () => {
    for (const keys of [
      decoded(HistoryKeys, null),
      decoded(HistoryKeys, { lastStep: 0 }),
      decoded(HistoryKeys, { keys: { loss }, lastStep: 3 }),
    ])
      expect(decoded(HistoryKeys, HistoryKeys.encode(keys))).toStrictEqual(keys)
  })

  test('recognizes what it decoded, and no near miss', () => {
    expect(HistoryKeys.is(decoded(HistoryKeys, null))).toBe(true)
    expect(HistoryKeys.is({ keys: { loss }, lastStep: 1 })).toBe(true)
    expect(HistoryKeys.is({ keys: { loss }, lastStep: null })).toBe(false)
    expect(HistoryKeys.is({ keys: { loss: 1 }, lastStep: 1 })).toBe(false)
    expect(HistoryKeys.is({ keys: [], lastStep: 1 })).toBe(false)
    expect(HistoryKeys.is({ lastStep: 1 })).toBe(false)
  })
})
