import { expect, expectTypeOf, test } from 'vitest'
import { type DefaultField, defaultFields, type HeavyField, type NodeField, type RowField } from 'wandb-run-ops/types'

test('the default fields are config, summary and system metrics', () => {
  expect(defaultFields).toEqual(['config', 'summary', 'systemMetrics'])
  expect(Object.isFrozen(defaultFields)).toBe(true)
})

test('all fields except the history and the events are part of the node', () => {
  expectTypeOf<Exclude<HeavyField, NodeField>>().toEqualTypeOf<RowField>()
  expectTypeOf<DefaultField>().toExtend<NodeField>()
})
