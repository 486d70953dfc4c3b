import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SummaryDict, SystemMetrics } from 'wandb-run-ops/types'
import { splitSummary } from '../../../src/types/run/SummaryDict.ts'
import { oddKeys, withOddKeys } from '../../fixtures/types/oddKeys.ts'
import { extendedObject, toWireText } from '../arbitraries/wire.ts'
import { decoded, refusal } from '../outcome.ts'

const read = (wire: object): ReadonlyArray<SummaryDict> => [
  decoded(SummaryDict, wire),
  decoded(SummaryDict, toWireText(wire)),
]

describe('SummaryDict', () => {
  test('_wandb is left out; _step, _runtime and _timestamp stay', () => {
    for (const summary of read({ _wandb: { runtime: 9 }, _step: 1, _runtime: 2.5, _timestamp: 3, loss: 0.5 }))
      expect(summary).toStrictEqual({ _step: 1, _runtime: 2.5, _timestamp: 3, loss: 0.5 })
  })

  test('wandb_version is a metric like any other, and a nested _wandb stays', () => {
    for (const summary of read({ wandb_version: 1, a: { _wandb: 2 } }))
      expect(summary).toStrictEqual({ wandb_version: 1, a: { _wandb: 2 } })
  })

  test('an object with a value is not unwrapped', () => {
    for (const summary of read({ loss: { value: 1 } })) expect(summary).toStrictEqual({ loss: { value: 1 } })
  })

  test('typed dicts are unchanged', () => {
    const image = { _type: 'image-file', path: 'media/a.png', size: 10 }
    for (const summary of read({ image })) expect(summary).toStrictEqual({ image })
  })

  test('quoted and bare non-finite numbers are numbers at any depth', () => {
    expect(decoded(SummaryDict, '{"a": "NaN", "b": {"min": "-Infinity", "max": [Infinity, NaN]}}')).toStrictEqual({
      a: Number.NaN,
      b: { min: Number.NEGATIVE_INFINITY, max: [Number.POSITIVE_INFINITY, Number.NaN] },
    })
    expect(decoded(SummaryDict, { a: 'NaN', b: { min: '-Infinity' } })).toStrictEqual({
      a: Number.NaN,
      b: { min: Number.NEGATIVE_INFINITY },
    })
  })

  test.each(['nan', 'inf', 'Inf', '-Inf', ' NaN', 'NaN: not a number'])('the string %j stays a string', (text) => {
    for (const summary of read({ a: text })) expect(summary).toStrictEqual({ a: text })
  })

  test.each([[null], [undefined], [''], ['null'], ['{}'], [{}]])('%j is an empty summary', (wire) => {
    expect(decoded(SummaryDict, wire)).toStrictEqual({})
  })

  test('falsy values survive', () => {
    for (const summary of read({ a: 0, b: false, c: '', d: null }))
      expect(summary).toStrictEqual({ a: 0, b: false, c: '', d: null })
  })

  test.each(oddKeys)('%j is an ordinary key, at the top and nested', (key) => {
    const name = JSON.stringify(key)
    for (const wire of [`{${name}: {${name}: "NaN"}}`, JSON.parse(`{${name}: {${name}: "NaN"}}`) as object]) {
      const summary = decoded(SummaryDict, wire)
      expect(Object.keys(summary)).toEqual([key])
      expect(Object.getPrototypeOf(summary)).toBe(Object.prototype)
      expect(Object.entries(Object.values(summary)[0] as object)).toEqual([[key, Number.NaN]])
    }
  })

  test('is frozen, and does not modify the input', () => {
    const wire: Record<string, unknown> = { loss: 'NaN', deep: { a: 'NaN' } }
    const summary = decoded(SummaryDict, wire)
    expect(Object.isFrozen(summary)).toBe(true)
    expect(wire).toStrictEqual({ loss: 'NaN', deep: { a: 'NaN' } })
    wire['loss'] = 2
    expect(summary['loss']).toBe(Number.NaN)
  })

  test.each([
    ['[1]', 'string'],
    ['loss: 1', 'string'],
    [5, 'number'],
    [[{}], 'array'],
  ])('%j is rejected', (wire, actual) => {
    expect(refusal(SummaryDict, wire)).toEqual({ path: [], expected: 'SummaryDict', actual })
  })

  test('round-trips', () => {
    fc.assert(
      fc.property(extendedObject, (wire) => {
        const summary = decoded(SummaryDict, wire)
        return isDeepStrictEqual(decoded(SummaryDict, SummaryDict.encode(summary)), summary)
      }),
    )
  })

  test('recognizes objects only', () => {
    expect(SummaryDict.is({ a: Number.NaN })).toBe(true)
    expect([null, [], '{}', 1, undefined].some(SummaryDict.is)).toBe(false)
  })
})

describe('splitSummary', () => {
  test('returns what it leaves out', () => {
    expect(splitSummary({ _wandb: { runtime: 9 }, loss: 1 })).toStrictEqual({
      dict: { loss: 1 },
      internal: { _wandb: { runtime: 9 } },
    })
    expect(splitSummary({ loss: 1 }).internal).toStrictEqual({})
  })

  test('returns the same for an owned object as for one that it must copy', () => {
    const wires = [{ loss: 1, _step: 2 }, { _wandb: 1, loss: 1 }, { loss: 1, _wandb: 1 }, { _wandb: 1 }, withOddKeys(1)]
    for (const wire of wires) {
      const copied = splitSummary(wire)
      expect(Object.isFrozen(wire)).toBe(false)
      const kept = splitSummary(wire, true)
      expect(kept).toStrictEqual(copied)
      expect(Object.isFrozen(kept.dict)).toBe(true)
    }
  })

  test('an inherited _wandb is ignored', () => {
    expect(splitSummary(Object.create({ _wandb: 1 }) as Record<string, unknown>).internal).toStrictEqual({})
  })

  test('both sides are frozen', () => {
    const { dict, internal } = splitSummary({ _wandb: 1 })
    expect(Object.isFrozen(dict) && Object.isFrozen(internal)).toBe(true)
  })
})

test('reads a text and an object, with quoted and bare non-finite numbers', () => {
  const metrics = { 'system.cpu': 12.5, 'gpu.0.temp': Number.NaN }
  expect(decoded(SystemMetrics, '{"system.cpu": 12.5, "gpu.0.temp": NaN}')).toStrictEqual(metrics)
  expect(decoded(SystemMetrics, '{"system.cpu": 12.5, "gpu.0.temp": "NaN"}')).toStrictEqual(metrics)
  expect(decoded(SystemMetrics, { 'system.cpu': 12.5, 'gpu.0.temp': 'NaN' })).toStrictEqual(metrics)
})

test('no key is left out', () => {
  expect(decoded(SystemMetrics, { _wandb: 1, _runtime: 2 })).toStrictEqual({ _wandb: 1, _runtime: 2 })
})

test.each([[null], [undefined], [''], ['null'], [{}]])('%j is empty metrics', (wire) => {
  expect(decoded(SystemMetrics, wire)).toStrictEqual({})
})

test('is frozen, and does not modify the input', () => {
  const wire = { cpu: 1 }
  const metrics = decoded(SystemMetrics, wire)
  wire.cpu = 2
  expect(metrics).toStrictEqual({ cpu: 1 })
  expect([metrics, decoded(SystemMetrics, null), decoded(SystemMetrics, '{}')].every(Object.isFrozen)).toBe(true)
  expect(Object.isFrozen(wire)).toBe(false)
})

test.each(oddKeys)('%j is an ordinary key', (key) => {
  for (const wire of [`{${JSON.stringify(key)}: 1}`, JSON.parse(`{${JSON.stringify(key)}: 1}`) as object])
    expect(Object.entries(decoded(SystemMetrics, wire))).toEqual([[key, 1]])
})

test.each([
  ['[1]', 'string'],
  [[1], 'array'],
  [1, 'number'],
])('%j is rejected', (wire, actual) => {
  expect(refusal(SystemMetrics, wire)).toEqual({ path: [], expected: 'SystemMetrics', actual })
})

test('round-trips, and recognizes the result', () => {
  const metrics = decoded(SystemMetrics, '{"a": NaN, "b": {"c": 1}}')
  expect(decoded(SystemMetrics, SystemMetrics.encode(metrics))).toStrictEqual(metrics)
  expect(SystemMetrics.is(metrics)).toBe(true)
  expect(SystemMetrics.is([])).toBe(false)
})
