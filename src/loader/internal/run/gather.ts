import type { DecodeFailure } from '../../../types/DecodeFailure.ts'
import type { RunsPage, Skipped } from '../../run/RunsPage.ts'

/** What was read of a list so far. */
export interface Gathered<R> {
  readonly runs: Array<R>
  readonly failures: Array<DecodeFailure>
  duplicates: number
  skipped: Skipped
  /** How many of the list's runs are accounted for: as runs, failures or skipped places. */
  accounted: number
  /** How many pages that was. */
  pages: number
  /** How many runs the last of them brought. */
  lastPage: number
  /** How many runs the list was said to have. */
  totalCount: number
  /** Where to go on. */
  cursor: string | undefined
  /** Whether the server has no more. */
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

/** What was read of a page, or of several that go on behind others. */
export type Part<R> = Pick<RunsPage<R>, 'runs' | 'failures' | 'duplicates' | 'skipped' | 'last'> & {
  /** How many pages that was; one by default. */
  readonly pages?: number
}

/** Adds what was read behind. The numbers of its pages go on from those that were there before it was begun. */
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
