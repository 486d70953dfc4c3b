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
export { type ArtifactFilesQuery, loadArtifactFiles } from './artifact/loadArtifactFiles.ts'
export { loadArtifactManifest } from './artifact/loadArtifactManifest.ts'
export * from './artifact/loadArtifactMemberships.ts'
export { type ArtifactsQuery, loadArtifacts } from './artifact/loadArtifacts.ts'
export {
  type ArtifactTypeQuery,
  type ArtifactTypesQuery,
  loadArtifactType,
  loadArtifactTypes,
} from './artifact/loadArtifactTypes.ts'
export { type ArtifactVersionQuery, loadArtifactVersion } from './artifact/loadArtifactVersion.ts'
export { type ArtifactVersionsQuery, loadArtifactVersions } from './artifact/loadArtifactVersions.ts'
export type { ArtifactReference, ArtifactVersionReference } from './artifact/resolve.ts'
export { type ConsoleLogsQuery, loadConsoleLogs } from './file/loadConsoleLogs.ts'
export { type FileQuery, type FilesQuery, type LoadedFiles, loadFile, loadFiles } from './file/loadFiles.ts'
export { loadRunMetadata, type MetadataQuery } from './file/loadRunMetadata.ts'
export * from './history/loadEvents.ts'
export { loadHistories } from './history/loadHistories.ts'
export * from './history/loadHistory.ts'
export { historyFromParquet, type ParquetQuery } from './history/parquet/historyFromParquet.ts'
export type { ParquetSource } from './history/parquet/readParquet.ts'
export type { EventsQuery, HistoriesQuery, HistoryQuery, SampleQuery } from './history/query.ts'
export type { RunHistory } from './history/RunHistory.ts'
export * from './history/sampleHistory.ts'
export * from './paths/parse.ts'
export * from './paths/parseArtifactPath.ts'
export { type PathTarget, parsePath, type ReportPath } from './paths/parsePath.ts'
export type { RunReference, SweepReference } from './paths/resolve.ts'
export * from './project/counts.ts'
export type { ProjectQuery, RunCountsQuery } from './project/documents.ts'
export { loadProjectFields, type ProjectFieldsQuery } from './project/loadProjectFields.ts'
export { loadProject, loadProjects, type ProjectsQuery } from './project/loadProjects.ts'
export { loadReport, type ReportQuery } from './report/loadReport.ts'
export { loadReports, type ReportsQuery } from './report/loadReports.ts'
export type { CountQuery, RunQuery, RunSelection, RunsQuery } from './request/query.ts'
export type { EntityReference, ProjectReference } from './request/references.ts'
export * from './run/countRuns.ts'
export * from './run/loadRun.ts'
export * from './run/loadRuns.ts'
export type { RunChange } from './run/RunChange.ts'
export type { RunsPage, SkippedInside } from './run/RunsPage.ts'
export * from './run/runPages.ts'
export { type WaitQuery, waitForRun } from './run/waitForRun.ts'
export { type WatchQuery, watchRuns } from './run/watchRuns.ts'
export { type AgentRunField, type AgentRunsQuery, loadAgentRuns } from './sweep/loadAgentRuns.ts'
export { type AgentQuery, loadAgent, loadAgents } from './sweep/loadAgents.ts'
export { type BestRunQuery, loadBestRun } from './sweep/loadBestRun.ts'
export { loadSweep, type SweepQuery } from './sweep/loadSweep.ts'
export { loadSweepRuns, type SweepRunsQuery } from './sweep/loadSweepRuns.ts'
export { loadSweeps, type SweepsQuery } from './sweep/loadSweeps.ts'
export type { LoadedRunTable } from './table/LoadedRunTable.ts'
export * from './table/loadHistoriesTable.ts'
export { loadRunTable } from './table/loadRunTable.ts'
export type { RunTableQuery } from './table/query.ts'
export type { TableColumnNames, TableColumns } from './table/TableColumns.ts'
export { type EntityQuery, loadEntity, loadTeam } from './user/loadEntity.ts'
export { loadUser, loadUsers, loadViewer, type UserQuery, type UsersQuery, type ViewerQuery } from './user/loadUsers.ts'
