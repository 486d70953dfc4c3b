import { expect, test } from 'vitest'
import { rowOf } from '../../../bench/measure/Row.ts'
import { jsonOf } from '../../../bench/report/json.ts'

test('a row has every figure, and null for what was not measured', () => {
  const [row] = JSON.parse(jsonOf([rowOf({ name: 'list', ours: 1 })])) as ReadonlyArray<Record<string, unknown>>
  expect(row).toMatchObject({ name: 'list', ours: 1, floor: null, peer: null, ratioToFloor: null, ratioToPeer: null })
  expect(row).toMatchObject({ requests: null, peakRssMb: null, spread: { floor: null, peer: null }, targets: [] })
})
