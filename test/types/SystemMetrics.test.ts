import { expect, test } from 'vitest'
import { SystemMetrics } from 'wandb-run-ops/types'
import { oddKeys } from '../fixtures/types/oddKeys.ts'
import { decoded, refusal } from './outcome.ts'

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
