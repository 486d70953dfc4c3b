import * as E from 'fp-ts/lib/Either.js'
import { type RunsQuery, runPages } from '../../src/loader/index.ts'
import type { DecodeFailure, DefaultField, RunWith } from '../../src/types/index.ts'
import { loadFailed } from '../output/ExitError.ts'
import type { ProgressBar } from '../output/progressBar.ts'
import type { Source } from './source.ts'

type Run = RunWith<DefaultField>

/** Counts over the runs read so far. */
export interface Tally {
  runs: number
  totalCount: number
  skipped: number
  duplicates: number
  failures: Array<DecodeFailure>
  /** Whether every run of the list has been read. */
  complete: boolean
  /** Whether a limit left some out. */
  limited: boolean
}

/** Yields the runs of a query page by page and updates the tally; only one page is in memory at a time. */
export async function* runBatches(
  source: Source,
  query: RunsQuery<DefaultField>,
  bar: ProgressBar,
  tally: Tally,
): AsyncGenerator<ReadonlyArray<Run>> {
  for await (const page of runPages<DefaultField>(query)(source.client)) {
    if (E.isLeft(page)) throw loadFailed(page.left)
    const { runs, failures, skipped, duplicates, totalCount, last } = page.right
    tally.runs += runs.length
    tally.totalCount = totalCount
    tally.skipped += skipped
    tally.duplicates += duplicates
    tally.failures.push(...failures)
    const accounted = tally.runs + tally.failures.length + tally.skipped
    tally.complete = last && accounted >= totalCount
    tally.limited = !tally.complete && tally.runs >= (query.limit ?? Number.POSITIVE_INFINITY)
    bar.update(accounted, Math.min(totalCount, query.limit ?? totalCount))
    yield runs
  }
}

export const emptyTally = (): Tally => ({
  runs: 0,
  totalCount: 0,
  skipped: 0,
  duplicates: 0,
  failures: [],
  complete: true,
  limited: false,
})
