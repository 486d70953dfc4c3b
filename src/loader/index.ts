/**
 * A client of a W&B server, and the loads that read records from it.
 *
 * @packageDocumentation
 */
export * from '../client/Client.ts'
export * from '../client/cached.ts'
export type { Listed, ListQuery, Progress } from '../client/graphql/loadList.ts'
export * from '../client/LoadError.ts'
export * from '../client/makeClient.ts'
export * from '../client/orThrow.ts'
export {
  type LineageField,
  type LoggedBy,
  type LoggedByQuery,
  loadLoggedBy,
  loadUsedBy,
  type UsedByQuery,
} from './artifact/lineage.ts'
export { type ArtifactQuery, loadArtifact } from './artifact/loadArtifact.ts'
export * from './artifact/loadArtifactFiles.ts'
export { loadArtifactManifest } from './artifact/loadArtifactManifest.ts'
export * from './artifact/loadArtifactMemberships.ts'
export * from './artifact/loadArtifacts.ts'
export * from './artifact/loadArtifactTypes.ts'
export * from './artifact/loadArtifactVersion.ts'
export { type ArtifactVersionsQuery, loadArtifactVersions } from './artifact/loadArtifactVersions.ts'
export type { ArtifactReference, ArtifactVersionReference } from './artifact/resolve.ts'
export * from './file/loadConsoleLogs.ts'
export * from './file/loadFiles.ts'
export * from './file/loadRunMetadata.ts'
export * from './history/loadEvents.ts'
export * from './history/loadHistories.ts'
export * from './history/loadHistory.ts'
export * from './history/parquet/historyFromParquet.ts'
export type { ParquetSource } from './history/parquet/readParquet.ts'
export * from './history/query.ts'
export type { RunHistory } from './history/RunHistory.ts'
export * from './history/sampleHistory.ts'
export * from './paths/parse.ts'
export * from './paths/parseArtifactPath.ts'
export { type PathTarget, parsePath, type ReportPath } from './paths/parsePath.ts'
export type { RunReference, SweepReference } from './paths/resolve.ts'
export * from './project/counts.ts'
export type { ProjectQuery, RunCountsQuery } from './project/documents.ts'
export * from './project/loadProjectFields.ts'
export * from './project/loadProjects.ts'
export * from './report/loadReport.ts'
export * from './report/loadReports.ts'
export type { CountQuery, RunQuery, RunSelection, RunsQuery } from './request/query.ts'
export * from './run/countRuns.ts'
export * from './run/loadRun.ts'
export * from './run/loadRuns.ts'
export type { RunsPage, Skipped } from './run/RunsPage.ts'
export * from './run/runPages.ts'
export * from './sweep/loadAgentRuns.ts'
export * from './sweep/loadAgents.ts'
export * from './sweep/loadBestRun.ts'
export * from './sweep/loadSweep.ts'
export { loadSweepRuns, type SweepRunsQuery } from './sweep/loadSweepRuns.ts'
export * from './sweep/loadSweeps.ts'
export * from './user/loadEntity.ts'
export * from './user/loadUsers.ts'
