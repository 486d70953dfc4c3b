import type { Ratio } from './statistics.ts'
import type { Verdict } from './targets.ts'

/** The result of a case, or of one part of it. Times are medians in seconds. */
export interface Row {
  readonly name: string
  readonly unit: 'seconds' | 'bytes'
  readonly ours: number | undefined
  readonly floor: number | undefined
  readonly peer: number | undefined
  /** The time of ours divided by that of the floor; smaller is better. */
  readonly ratioToFloor: number | undefined
  /** The time of the official client divided by ours; larger is better. */
  readonly ratioToPeer: number | undefined
  readonly requests: number | undefined
  readonly peerRequests: number | undefined
  /** The total size of the response bodies. */
  readonly bytes: number | undefined
  readonly peerBytes: number | undefined
  /** The peak memory of the process. */
  readonly peakRssMb: number | undefined
  readonly floorRssMb: number | undefined
  readonly peerRssMb: number | undefined
  /** The peak memory above that at the start of the process. */
  readonly aboveStartMb: number | undefined
  readonly floorAboveStartMb: number | undefined
  /** The range of the ratios over all rounds. */
  readonly spread: { readonly floor: Ratio | undefined; readonly peer: Ratio | undefined }
  /** The number of rounds that count. */
  readonly pairs: number
  /** The fraction of the work that the official client did; its time, requests and bytes are scaled to the whole. */
  readonly peerShare: number | undefined
  /** The time in which a client that discards all bytes reads them: the server's part of the floor. */
  readonly server: { readonly seconds: number; readonly mbPerSecond: number; readonly ofFloor: number } | undefined
  readonly targets: ReadonlyArray<Verdict>
  readonly note: string
  /** Further values of a case, by name. */
  readonly parts?: Readonly<Record<string, unknown>>
}

const emptyRow = {
  unit: 'seconds',
  ours: undefined,
  floor: undefined,
  peer: undefined,
  ratioToFloor: undefined,
  ratioToPeer: undefined,
  requests: undefined,
  peerRequests: undefined,
  bytes: undefined,
  peerBytes: undefined,
  peakRssMb: undefined,
  floorRssMb: undefined,
  peerRssMb: undefined,
  aboveStartMb: undefined,
  floorAboveStartMb: undefined,
  spread: { floor: undefined, peer: undefined },
  pairs: 0,
  peerShare: undefined,
  server: undefined,
  targets: [],
  note: '',
} as const

/** Makes a row in which everything not given is marked as not measured. */
export const makeRow = (values: Partial<Row> & Pick<Row, 'name'>): Row => ({ ...emptyRow, ...values })
