import { formatTime } from '../../sandbox/records/time.ts'

/** The size and shape of a project of synthetic runs. */
export interface ProjectData {
  readonly project: string
  readonly runs: number
  readonly configKeys: number
  readonly summaryKeys: number
  readonly historyRows?: number
  /** The number of metrics in a history row, not counting `_step`, `_runtime` and `_timestamp`. */
  readonly historyMetrics?: number
  /** The number of Parquet files that the first run's history is exported to; none by default. */
  readonly parquetFiles?: number
}

export const ENTITY = 'bench'

/** The creation time of the first run. */
export const START: number = Date.UTC(2026, 0, 1)

/** The milliseconds between the creation of one run and the next. */
export const SPACING = 60_000

/** Returns a filter that matches the first runs of a project. */
export const firstRuns = (count: number): Readonly<Record<string, unknown>> => ({
  created_at: { $lt: formatTime(START + count * SPACING) },
})

/** Returns the id of the run with this number, counted from 0. */
export const runId = (number: number): string => `r${number.toString(36).padStart(7, '0')}`
