import type { DecodeFailure } from '../../../types/DecodeFailure.ts'
import type { RunsPage, Skipped } from '../../run/RunsPage.ts'

/** The runs of a list that were read so far. */
export interface Gathered<R> {
  readonly runs: Array<R>
  readonly failures: Array<DecodeFailure>
  duplicates: number
  skipped: Skipped
  /** The number of runs accounted for: as runs, failures or skipped entries. */
  accounted: number
  /** The number of pages. */
  pages: number
  /** The number of runs on the last page. */
  lastPage: number
  /** The number of runs in the list, as reported by the server. */
  totalCount: number
  /** The cursor to continue after. */
  cursor: string | undefined
  /** Whether the end of the list was reached. */
  last: boolean
}

export const gathering = <R>(): Gathered<R> => ({
  runs: [],
  failures: [],
  duplicates: 0,
  skipped: { runs: 0, artifactVersions: 0, files: 0 },
  accounted: 0,
  pages: 0,
  lastPage: 0,
  totalCount: 0,
  cursor: undefined,
  last: false,
})

/** One page, or several consecutive pages. */
export type Part<R> = Pick<RunsPage<R>, 'runs' | 'failures' | 'duplicates' | 'skipped' | 'last'> & {
  /** The number of pages; 1 by default. */
  readonly pages?: number
}

/** Appends a part. Its page numbers continue from the pages that were there before it. */
export const addPart = <R>(gathered: Gathered<R>, part: Part<R>, pagesBefore: number = gathered.pages): void => {
  for (const run of part.runs) gathered.runs.push(run)
  for (const failure of part.failures)
    gathered.failures.push(Object.freeze({ ...failure, page: (failure.page ?? 0) + pagesBefore }))
  gathered.duplicates += part.duplicates
  gathered.skipped = {
    runs: gathered.skipped.runs + part.skipped.runs,
    artifactVersions: gathered.skipped.artifactVersions + part.skipped.artifactVersions,
    files: gathered.skipped.files + part.skipped.files,
  }
  gathered.lastPage = part.runs.length + part.failures.length + part.skipped.runs
  gathered.accounted += gathered.lastPage
  gathered.pages += part.pages ?? 1
  gathered.last = part.last
}
