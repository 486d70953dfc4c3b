import { expect, test } from 'vitest'
import { makeRow } from '../../../bench/measure/Row.ts'
import { toJson, toTable } from '../../../bench/report/rows.ts'

const row = makeRow({
  name: 'list',
  ours: 1.5,
  floor: 1,
  ratioToFloor: 1.5,
  ratioToPeer: 7.5,
  server: { seconds: 0.25, mbPerSecond: 4, ofFloor: 0.25 },
  targets: [{ of: 'ours/floor', atMost: 1.3, value: 1.5, met: false }],
  note: 'Some runs.',
})

test('the table has a line for each row, followed by the notes', () => {
  const table = toTable([row], ['No official client.'])
  for (const text of ['list', '1.50 s', '1.50', '7.50', 'ours/floor ≤ 1.3: 1.50, off by 15 %', 'list: Some runs.'])
    expect(table).toContain(text)
  expect(table).toContain('A client that discards these bytes reads them at 4 MB/s, in 250 ms: 25 % of the floor.')
  expect(table.endsWith('No official client.')).toBe(true)
})

test('a JSON row has every column, and null for what was not measured', () => {
  const [parsed] = JSON.parse(toJson([makeRow({ name: 'list', ours: 1 })])) as ReadonlyArray<Record<string, unknown>>
  expect(parsed).toMatchObject({
    name: 'list',
    ours: 1,
    floor: null,
    peer: null,
    ratioToFloor: null,
    ratioToPeer: null,
  })
  expect(parsed).toMatchObject({ requests: null, peakRssMb: null, spread: { floor: null, peer: null }, targets: [] })
})
