/** What streaming so many runs took. */
export interface GrowthPoint {
  readonly runs: number
  /** Seconds a run. */
  readonly oursSeconds: number
  readonly floorSeconds: number
  /** Megabytes above the start of the process. */
  readonly oursMb: number
  readonly floorMb: number
}
