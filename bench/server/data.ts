import { naive } from '../../sandbox/store/time.ts'

/** What a project of made runs is like. */
export interface ProjectData {
  readonly project: string
  readonly runs: number
  readonly configKeys: number
  readonly summaryKeys: number
  readonly historyRows?: number
  /** How many metrics a row of a history has beside `_step`, `_runtime` and `_timestamp`. */
  readonly historyMetrics?: number
  /** In how many Parquet files the history of the first run is exported; in none where it is not given. */
  readonly parquetFiles?: number
}

export const ENTITY = 'bench'

/** When the first run was created; each of the others a minute later than the one before. */
export const START: number = Date.UTC(2026, 0, 1)
export const SPACING = 60_000

/** A filter of the first runs of a project. */
export const firstRuns = (count: number): Readonly<Record<string, unknown>> => ({
  created_at: { $lt: naive(START + count * SPACING) },
})

/** The id of a run by its number from 0. */
export const runId = (number: number): string => `r${number.toString(36).padStart(7, '0')}`
