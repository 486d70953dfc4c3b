import type { ArtifactLine, ManifestEntry, ReportLine, RunLine, SweepLine, UserLine } from '../records/line.ts'

export type UserRecord = Omit<UserLine, 'kind'>
export type SweepRecord = Omit<SweepLine, 'kind'>
export type ReportRecord = Omit<ReportLine, 'kind'>
export type ArtifactRecord = Omit<ArtifactLine, 'kind'>

/** What a run must answer. A recorded run holds it all; a synthetic one makes it when asked. */
export interface RunRecord extends Omit<RunLine, 'kind'> {
  /** Where counting rows by making them would be a waste. */
  readonly historyLineCount?: number
  /** The bytes of a file that can be made; a recorded file is found by its MD5. */
  fileContent?(name: string): Uint8Array | undefined
  /** Single values, for filters and orders over many runs, without the text of the whole. */
  readonly peek?: {
    config(key: string): unknown
    summary(key: string): unknown
  }
}

export type { ManifestEntry }
