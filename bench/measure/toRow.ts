import type { Comparison } from './Comparison.ts'
import type { Lap } from './Lap.ts'
import { makeRow, type Row } from './Row.ts'
import type { Laps } from './rounds.ts'
import { median, pairedRatio } from './statistics.ts'
import { checkTargets } from './targets.ts'

/** The measurements of a comparison. */
export interface Measurements {
  readonly laps: Laps
  /** The fraction of the work that the official client did; the whole by default. */
  readonly peerShare?: number | undefined
  /** The official client's seconds for the whole work, if it did that once. */
  readonly peerWholeSeconds?: number | undefined
}

const MEGABYTE = 1e6

const secondsOf = (laps: ReadonlyArray<Lap>): ReadonlyArray<number> => laps.map(({ seconds }) => seconds)

const medianOf = (laps: ReadonlyArray<Lap>, value: (lap: Lap) => number): number | undefined =>
  laps.length === 0 ? undefined : median(laps.map(value))

const multiply = (value: number | undefined, factor: number): number | undefined =>
  value === undefined ? undefined : value * factor

const divide = (dividend: number | undefined, divisor: number | undefined): number | undefined =>
  dividend === undefined || divisor === undefined || divisor === 0 ? undefined : dividend / divisor

const aboveStart = (lap: Lap | undefined, peakMb = lap?.rssMb): number | undefined =>
  lap?.startMb === undefined || peakMb === undefined ? undefined : peakMb - lap.startMb

const hasParts = (laps: ReadonlyArray<Lap>): boolean => Object.keys(laps[0]?.parts ?? {}).length > 1

const serverSpeed = (laps: ReadonlyArray<Lap>, floorSeconds: number | undefined): Row['server'] => {
  const seconds = medianOf(laps, (lap) => lap.seconds)
  const bytes = medianOf(laps, (lap) => lap.bytes)
  if (seconds === undefined || bytes === undefined || floorSeconds === undefined) return undefined
  return { seconds, mbPerSecond: bytes / MEGABYTE / seconds, ofFloor: seconds / floorSeconds }
}

const noteFor = (note: string, { peerShare, peerWholeSeconds }: Measurements, peerSeconds: number | undefined) =>
  [
    note,
    peerShare === undefined || peerSeconds === undefined
      ? ''
      : `The official client does ${peerShare} of the work, scaled.`,
    peerWholeSeconds === undefined || peerSeconds === undefined
      ? ''
      : `It did all of it once in ${peerWholeSeconds.toFixed(1)} s; the scaled time is ${peerSeconds.toFixed(1)} s.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')

/** Returns the median ratio to the floor of each part of the work, by name. */
const partRatios = (ours: ReadonlyArray<Lap>, floor: ReadonlyArray<Lap>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.keys(ours[0]?.parts ?? {}).flatMap((name) => {
      const partSeconds = (laps: ReadonlyArray<Lap>) => laps.map(({ parts }) => parts?.[name] ?? Number.NaN)
      const ratio = pairedRatio(partSeconds(ours), partSeconds(floor))
      return ratio === undefined ? [] : [[name, ratio.median] as const]
    }),
  )

/** Summarizes the measurements of a comparison in a row. */
export const toRow = (
  { name, note, targets }: Pick<Comparison, 'name' | 'note' | 'targets'>,
  measurements: Measurements,
): Row => {
  const { ours = [], floor = [], peer = [], server = [] } = measurements.laps
  const scale = 1 / (measurements.peerShare ?? 1)
  const scaledMedian = (value: (lap: Lap) => number) => multiply(medianOf(peer, value), scale)
  const floorSeconds = medianOf(floor, (lap) => lap.seconds)
  const peerSeconds = scaledMedian((lap) => lap.seconds)
  const toFloor = pairedRatio(secondsOf(ours), secondsOf(floor))
  const toPeer = pairedRatio(
    secondsOf(peer).map((seconds) => seconds * scale),
    secondsOf(ours),
  )
  const parts = hasParts(ours) ? partRatios(ours, floor) : undefined
  const values = {
    requests: medianOf(ours, (lap) => lap.requests),
    peerRequests: scaledMedian((lap) => lap.requests),
    bytes: medianOf(ours, (lap) => lap.bytes),
    peerBytes: scaledMedian((lap) => lap.bytes),
    peakRssMb: ours.at(-1)?.rssMb,
    floorRssMb: floor.at(-1)?.rssMb,
    peerRssMb: peer.at(-1)?.rssMb,
    aboveStartMb: aboveStart(ours.at(-1)),
    floorAboveStartMb: aboveStart(floor.at(-1)),
  }
  return makeRow({
    name,
    ...values,
    ours: medianOf(ours, (lap) => lap.seconds),
    floor: floorSeconds,
    peer: peerSeconds,
    ratioToFloor: toFloor?.median,
    ratioToPeer: toPeer?.median,
    spread: { floor: toFloor, peer: toPeer },
    pairs: ours.length,
    peerShare: peer.length === 0 ? undefined : (measurements.peerShare ?? 1),
    server: serverSpeed(server, floorSeconds),
    targets: checkTargets(targets, {
      'ours/floor': toFloor?.median,
      'peer/ours': toPeer?.median,
      'peer bytes/ours': divide(values.peerBytes, values.bytes),
      'peer memory/ours': divide(values.peerRssMb, values.peakRssMb),
      requests: values.requests,
      'MB above start, once': aboveStart(ours.at(-1), ours.at(-1)?.firstMb),
      'peer memory/ours, once': divide(peer.at(-1)?.firstMb, ours.at(-1)?.firstMb),
      'worst part': parts === undefined ? undefined : Math.max(...Object.values(parts)),
    }),
    note: noteFor(note, measurements, peerSeconds),
    ...(parts === undefined ? {} : { parts }),
  })
}
