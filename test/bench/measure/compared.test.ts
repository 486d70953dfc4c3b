import { expect, test } from 'vitest'
import { compared } from '../../../bench/measure/compared.ts'
import { tableOf } from '../../../bench/report/table.ts'
import { lapOf } from './lap.ts'

const judged = {
  name: 'list',
  note: 'Some runs.',
  targets: [
    { of: 'ours/floor', atMost: 1.3 },
    { of: 'peer/ours', atLeast: 4 },
    { of: 'peer bytes/ours', atLeast: 50 },
    { of: 'peer memory/ours', atLeast: 3 },
    { of: 'requests', atMost: 20 },
  ],
}

const laps = {
  ours: [lapOf({ seconds: 1 }), lapOf({ seconds: 2, rssMb: 200, startMb: 60 })],
  floor: [lapOf({ seconds: 1 }), lapOf({ seconds: 1 })],
  peer: [lapOf({ seconds: 1, bytes: 400 }), lapOf({ seconds: 1, bytes: 400, rssMb: 900 })],
  server: [lapOf({ seconds: 0.25, bytes: 1_000_000 })],
}

const rest = { repeated: 0, wholeOnce: undefined }

test('what the official client did in part is scaled in time, requests and bytes, and not in memory', () => {
  const row = compared(judged, { ...rest, laps, peerShare: 0.1 })
  expect(row).toMatchObject({
    ours: 1.5,
    floor: 1,
    peer: 10,
    ratioToFloor: 1.5,
    ratioToPeer: 7.5,
    peerRequests: 10,
    peerBytes: 4_000,
    peakRssMb: 200,
    aboveStartMb: 140,
    peerRssMb: 900,
    peerShare: 0.1,
    pairs: 2,
    server: { seconds: 0.25, mbPerSecond: 4, ofFloor: 0.25 },
  })
  expect(row.note).toContain('0.1 of the work')
  expect(row.targets.map(({ value, met }) => [value, met])).toEqual([
    [1.5, false],
    [7.5, true],
    [4, false],
    [4.5, true],
    [1, true],
  ])
})

test('without the official client its columns are empty and its targets not measured', () => {
  const row = compared(judged, {
    ...rest,
    laps: { ours: laps.ours, floor: laps.floor, peer: [] },
    peerShare: undefined,
  })
  expect(row.peer).toBeUndefined()
  expect(row.peerShare).toBeUndefined()
  expect(row.targets.map(({ met }) => met)).toEqual([false, undefined, undefined, undefined, true])
})

test('rounds that were done again are said', () => {
  const row = compared(judged, { ...rest, laps, repeated: 2, peerShare: undefined })
  expect(row.note).toContain('2 rounds')
})

test('of work with parts, the worst is judged', () => {
  const parts = (first: number, second: number) => [lapOf({ parts: { first, second } })]
  const targets = [{ of: 'worst part', atMost: 1.1 }]
  const worked = { ours: parts(2, 3), floor: parts(2, 2) }
  const row = compared({ ...judged, targets }, { ...rest, laps: worked, peerShare: undefined })
  expect(row.parts).toEqual({ first: 1, second: 1.5 })
  expect(row.targets[0]).toMatchObject({ value: 1.5, met: false })
})

test('the table has a line for each row, and says what is not there', () => {
  const row = compared(judged, { ...rest, laps, peerShare: 0.1 })
  const table = tableOf([row], ['No official client.'])
  for (const text of ['list', '1.50 s', '1.50', '7.50', 'ours/floor ≤ 1.3: 1.50, off by 15 %', 'Some runs.'])
    expect(table).toContain(text)
  expect(table).toContain('4 MB/s')
  expect(table.endsWith('No official client.')).toBe(true)
})
