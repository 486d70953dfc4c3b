import type { Ratio } from './ratios.ts'
import type { Verdict } from './targets.ts'

/** What one case gave, or one part of a case. Times are medians in seconds. */
export interface Row {
  readonly name: string
  readonly unit: 'seconds' | 'bytes'
  readonly ours: number | undefined
  readonly floor: number | undefined
  readonly peer: number | undefined
  /** ours/floor; smaller is better. */
  readonly ratioToFloor: number | undefined
  /** peer/ours: how many times as fast. */
  readonly ratioToPeer: number | undefined
  readonly requests: number | undefined
  readonly peerRequests: number | undefined
  /** Of the bodies of all answers. */
  readonly bytes: number | undefined
  readonly peerBytes: number | undefined
  /** The most memory that a process held at any time. */
  readonly peakRssMb: number | undefined
  readonly floorRssMb: number | undefined
  readonly peerRssMb: number | undefined
  /** How much of it came after the start of the process. */
  readonly aboveStartMb: number | undefined
  readonly floorAboveStartMb: number | undefined
  /** The lowest and the highest of the ratios. */
  readonly spread: { readonly floor: Ratio | undefined; readonly peer: Ratio | undefined }
  /** How many rounds were counted. */
  readonly pairs: number
  /** The part of the work that the official client did; its time, requests and bytes are scaled to the whole. */
  readonly peerShare: number | undefined
  /** The same bytes read and thrown away by a bare client: what the server itself takes. */
  readonly server: { readonly seconds: number; readonly mbPerSecond: number; readonly ofFloor: number } | undefined
  readonly targets: ReadonlyArray<Verdict>
  readonly note: string
  /** More figures of a case, by name. */
  readonly parts?: Readonly<Record<string, unknown>>
}

const none = {
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

/** A row in which everything that is not given was not measured. */
export const rowOf = (figures: Partial<Row> & Pick<Row, 'name'>): Row => ({ ...none, ...figures })
