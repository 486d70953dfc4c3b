import * as E from 'fp-ts/lib/Either.js'
import { type RunsQuery, runPages } from '../../src/loader/index.ts'
import type { DecodeFailure, DefaultField, RunWith } from '../../src/types/index.ts'
import type { ProgressBar } from '../output/progressBar.ts'
import { notLoaded } from '../Stop.ts'
import type { Source } from '../source.ts'

type Run = RunWith<DefaultField>

/** What a walk through the runs of a project has met so far. */
export interface Walked {
  runs: number
  totalCount: number
  skipped: number
  duplicates: number
  failures: Array<DecodeFailure>
  /** Whether all that was asked for was there to be read. */
  complete: boolean
}

/** The runs of a query page by page, counted: no more than a page of them is held. */
export async function* walkRuns(
  source: Source,
  query: RunsQuery<DefaultField>,
  bar: ProgressBar,
  walked: Walked,
): AsyncGenerator<ReadonlyArray<Run>> {
  for await (const page of runPages<DefaultField>(query)(source.client)) {
    if (E.isLeft(page)) throw notLoaded(page.left)
    const { runs, failures, skipped, duplicates, totalCount, last } = page.right
    walked.runs += runs.length
    walked.totalCount = totalCount
    walked.skipped += skipped.runs
    walked.duplicates += duplicates
    walked.failures.push(...failures)
    const accounted = walked.runs + walked.failures.length + walked.skipped
    walked.complete = walked.runs >= (query.limit ?? Number.POSITIVE_INFINITY) || (last && accounted >= totalCount)
    bar.follow(accounted, Math.min(totalCount, query.limit ?? totalCount))
    yield runs
  }
}

export const nothingWalked = (): Walked => ({
  runs: 0,
  totalCount: 0,
  skipped: 0,
  duplicates: 0,
  failures: [],
  complete: true,
})
