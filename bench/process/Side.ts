/** The number of values that a side read, and their sum. */
export interface Totals {
  readonly count: number
  readonly checksum: number
}

/** The result of doing the work once. */
export interface WorkResult extends Totals {
  /** The time of the work alone. */
  readonly seconds: number
  /** The totals of the first part of the work, for comparison with a side that does only that part. */
  readonly head?: Totals | undefined
  /** The seconds of each part of the work. */
  readonly parts?: Readonly<Record<string, number>>
  /** The floor's result, if one process does both. */
  readonly floor?: WorkResult
}

/** The answer of a side's process to a task. */
export interface SideAnswer extends WorkResult {
  /** The peak memory of the process so far. */
  readonly rssMb: number
  /** The peak memory of the process after its first task: that of doing the work once. */
  readonly firstMb?: number
  /** The memory of the process before its first task; undefined for the official client. */
  readonly startMb?: number
}

export type Task = Readonly<Record<string, unknown>>

/** A process that repeats the same work on request. */
export interface Side {
  readonly run: (task: Task) => Promise<SideAnswer>
  readonly end: () => void
}
