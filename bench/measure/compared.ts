import type { Comparison } from './Comparison.ts'
import { median } from './median.ts'
import { type Row, rowOf } from './Row.ts'
import type { Lap } from './Runner.ts'
import { ratioOf } from './ratios.ts'
import type { Laps } from './rounds.ts'
import { judge } from './targets.ts'

type Judged = Pick<Comparison, 'name' | 'note' | 'targets'>

/** What the rounds gave. */
export interface Measured {
  readonly laps: Laps
  readonly repeated: number
  /** The part of the work that the official client did; undefined for all of it. */
  readonly peerShare: number | undefined
  /** The seconds of the official client for all of the work, where it did that once. */
  readonly wholeOnce: number | undefined
}

const MEGABYTE = 1e6

const secondsOf = (laps: ReadonlyArray<Lap>): ReadonlyArray<number> => laps.map(({ seconds }) => seconds)

const medianOf = (laps: ReadonlyArray<Lap>, figure: (lap: Lap) => number): number | undefined =>
  laps.length === 0 ? undefined : median(laps.map(figure))

const times = (value: number | undefined, factor: number): number | undefined =>
  value === undefined ? undefined : value * factor

const quotient = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined || other === 0 ? undefined : one / other

const aboveStart = (lap: Lap | undefined): number | undefined =>
  lap?.startMb === undefined ? undefined : lap.rssMb - lap.startMb

const hasParts = (laps: ReadonlyArray<Lap>): boolean => Object.keys(laps[0]?.parts ?? {}).length > 1

/** How fast the server is where nothing is done with what it sends. */
const serverOf = (laps: ReadonlyArray<Lap>, floor: number | undefined): Row['server'] => {
  const seconds = medianOf(laps, (lap) => lap.seconds)
  const bytes = medianOf(laps, (lap) => lap.bytes)
  if (seconds === undefined || bytes === undefined || floor === undefined) return undefined
  return { seconds, mbPerSecond: bytes / MEGABYTE / seconds, ofFloor: seconds / floor }
}

const notesOf = ({ note }: Judged, { peerShare, repeated, wholeOnce }: Measured, peer: number | undefined) =>
  [
    note,
    peerShare === undefined || peer === undefined ? '' : `The official client does ${peerShare} of the work, scaled.`,
    wholeOnce === undefined || peer === undefined
      ? ''
      : `It did all of it once: ${wholeOnce.toFixed(1)} s, where ${peer.toFixed(1)} s is the scaled figure.`,
    repeated === 0 ? '' : `${repeated} rounds were done again because the server had to make an answer.`,
  ]
    .filter((part) => part !== '')
    .join(' ')

/** The row of a comparison. */
export const compared = (comparison: Judged, measured: Measured): Row => {
  const { ours = [], floor = [], peer = [], server = [] } = measured.laps
  const scale = 1 / (measured.peerShare ?? 1)
  const floorTime = medianOf(floor, (lap) => lap.seconds)
  const peerTime = times(
    medianOf(peer, (lap) => lap.seconds),
    scale,
  )
  const toFloor = ratioOf(secondsOf(ours), secondsOf(floor))
  const toPeer = ratioOf(
    secondsOf(peer).map((seconds) => seconds * scale),
    secondsOf(ours),
  )
  const figures = {
    requests: medianOf(ours, (lap) => lap.requests),
    peerRequests: times(
      medianOf(peer, (lap) => lap.requests),
      scale,
    ),
    bytes: medianOf(ours, (lap) => lap.bytes),
    peerBytes: times(
      medianOf(peer, (lap) => lap.bytes),
      scale,
    ),
    peakRssMb: ours.at(-1)?.rssMb,
    floorRssMb: floor.at(-1)?.rssMb,
    peerRssMb: peer.at(-1)?.rssMb,
    aboveStartMb: aboveStart(ours.at(-1)),
    floorAboveStartMb: aboveStart(floor.at(-1)),
  }
  const verdicts = judge(comparison.targets, {
    'ours/floor': toFloor?.median,
    'peer/ours': toPeer?.median,
    'peer bytes/ours': quotient(figures.peerBytes, figures.bytes),
    'peer memory/ours': quotient(figures.peerRssMb, figures.peakRssMb),
    requests: figures.requests,
    'worst part': hasParts(ours) ? worstPart(ours, floor) : undefined,
  })
  return rowOf({
    name: comparison.name,
    ...figures,
    ours: medianOf(ours, (lap) => lap.seconds),
    floor: floorTime,
    peer: peerTime,
    ratioToFloor: toFloor?.median,
    ratioToPeer: toPeer?.median,
    spread: { floor: toFloor, peer: toPeer },
    pairs: ours.length,
    peerShare: peer.length === 0 ? undefined : (measured.peerShare ?? 1),
    server: serverOf(server, floorTime),
    targets: verdicts,
    note: notesOf(comparison, measured, peerTime),
    ...(hasParts(ours) ? { parts: partRatios(ours, floor) } : {}),
  })
}

/** The ratios of the parts of the work, by name. */
const partRatios = (ours: ReadonlyArray<Lap>, floor: ReadonlyArray<Lap>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.keys(ours[0]?.parts ?? {}).flatMap((name) => {
      const of = (laps: ReadonlyArray<Lap>) => laps.map(({ parts }) => parts?.[name] ?? Number.NaN)
      const ratio = ratioOf(of(ours), of(floor))
      return ratio === undefined ? [] : [[name, ratio.median] as const]
    }),
  )

const worstPart = (ours: ReadonlyArray<Lap>, floor: ReadonlyArray<Lap>): number =>
  Math.max(...Object.values(partRatios(ours, floor)))
