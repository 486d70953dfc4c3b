import type { ArtifactLine, ManifestEntry, ReportLine, RunLine, SweepLine, UserLine } from '../records/line.ts'

export type UserRecord = Omit<UserLine, 'kind'>
export type SweepRecord = Omit<SweepLine, 'kind'>
export type ReportRecord = Omit<ReportLine, 'kind'>
export type ArtifactRecord = Omit<ArtifactLine, 'kind'>

/** The data of a run. A recorded run stores it; a synthetic one computes it on access. */
export interface RunRecord extends Omit<RunLine, 'kind'> {
  /** The number of rows, if it is known without computing them. */
  readonly historyLineCount?: number
  /** Returns the contents of a computed file; recorded files are found by their MD5. */
  fileContent?(name: string): Uint8Array | undefined
  /** Reads single values without building the whole dict, for filters and orders over many runs. */
  readonly peek?: {
    config(key: string): unknown
    summary(key: string): unknown
  }
}

export type { ManifestEntry }
