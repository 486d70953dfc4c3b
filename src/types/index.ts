/**
 * Records: interfaces, and the codecs that read them from the wire.
 *
 * @packageDocumentation
 */
export * from './artifact/Artifact.ts'
export * from './artifact/ArtifactManifest.ts'
export * from './artifact/ArtifactMembership.ts'
export * from './artifact/ArtifactType.ts'
export * from './artifact/ArtifactVersion.ts'
export * from './artifact/ArtifactVersionSource.ts'
export * from './file/ArtifactFile.ts'
export * from './file/ConsoleLine.ts'
export * from './file/RunFile.ts'
export * from './project/counts.ts'
export { Project } from './project/Project.ts'
export * from './project/ProjectOverview.ts'
export * from './report/Report.ts'
export * from './report/ReportRuns.ts'
export * from './report/ReportSection.ts'
export { ConfigDict, type SplitDict } from './run/ConfigDict.ts'
export type { RunFieldKinds, RunFieldValues, runFields } from './run/fields.ts'
export * from './run/History.ts'
export * from './run/HistoryKeys.ts'
export * from './run/Run.ts'
export * from './run/RunHeavy.ts'
export type { RunInternal, RunLight } from './run/RunLight.ts'
export * from './run/RunState.ts'
export * from './run/runCodec.ts'
export { SummaryDict, SystemMetrics } from './run/SummaryDict.ts'
export * from './sweep/Agent.ts'
export * from './sweep/Sweep.ts'
export * from './sweep/SweepConfig.ts'
export type { Bitmap } from './table/Bitmap.ts'
export type {
  BooleanVector,
  IntegerVector,
  JsonType,
  JsonVector,
  ListVector,
  NumberVector,
  TableColumn,
  TextVector,
  TimeVector,
} from './table/TableColumn.ts'
export { Entity } from './user/Entity.ts'
export * from './user/Team.ts'
export { User, unknownUser } from './user/User.ts'
export * from './user/UserAccount.ts'
export * from './wire/connection.ts'
export * from './wire/DecodeFailure.ts'
export * from './wire/ids.ts'
export { Int64 } from './wire/int64.ts'
export { JsonObject, MetricsObject, parseJson } from './wire/json.ts'
export { nullable } from './wire/record.ts'
export { UtcDate } from './wire/time.ts'
