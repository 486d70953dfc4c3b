import { expect, test } from 'vitest'
import { toRow } from '../../../bench/measure/toRow.ts'
import { makeLap } from './lap.ts'

const comparison = {
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
  ours: [makeLap({ seconds: 1 }), makeLap({ seconds: 2, rssMb: 200, startMb: 60 })],
  floor: [makeLap({ seconds: 1 }), makeLap({ seconds: 1 })],
  peer: [makeLap({ seconds: 1, bytes: 400 }), makeLap({ seconds: 1, bytes: 400, rssMb: 900 })],
  server: [makeLap({ seconds: 0.25, bytes: 1_000_000 })],
}

test("the official client's part is scaled in time, requests and bytes, but not in memory", () => {
  const row = toRow(comparison, { laps, peerShare: 0.1 })
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
  expect(row.note).toBe('Some runs. The official client does 0.1 of the work, scaled.')
  expect(row.targets.map(({ value, met }) => [value, met])).toEqual([
    [1.5, false],
    [7.5, true],
    [4, false],
    [4.5, true],
    [1, true],
  ])
})

test('without the official client its columns are empty and its targets not measured', () => {
  const row = toRow(comparison, { laps: { ours: laps.ours, floor: laps.floor, peer: [] } })
  expect(row.peer).toBeUndefined()
  expect(row.peerShare).toBeUndefined()
  expect(row.targets.map(({ met }) => met)).toEqual([false, undefined, undefined, undefined, true])
})

test("the note has the official client's time for the whole work, if it did that once", () => {
  const { note } = toRow(comparison, { laps, peerShare: 0.1, peerWholeSeconds: 12 })
  expect(note).toContain('It did all of it once in 12.0 s; the scaled time is 10.0 s.')
})

test('of work with parts, the worst part is checked', () => {
  const withParts = (first: number, second: number) => [makeLap({ parts: { first, second } })]
  const targets = [{ of: 'worst part', atMost: 1.1 }]
  const row = toRow({ ...comparison, targets }, { laps: { ours: withParts(2, 3), floor: withParts(2, 2) } })
  expect(row.parts).toEqual({ first: 1, second: 1.5 })
  expect(row.targets[0]).toMatchObject({ value: 1.5, met: false })
})
