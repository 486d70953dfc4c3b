/**
 * Weights & Biases runs as immutable records, pure functions over them, and the door to the server that has them.
 *
 * @packageDocumentation
 */

export type { LoopOptions, WandbList } from './api/adapter/lazyList.ts'
export type { Options } from './api/adapter/readQuery.ts'
export { WandbError, type WandbErrorReason } from './api/adapter/WandbError.ts'
export * as agg from './api/agg.ts'
export { type ConnectOptions, connect } from './api/connect.ts'
export * as filter from './api/filter.ts'
export type { ArtifactLoads } from './api/loads/artifacts.ts'
export type { ArtifactVersionLoads } from './api/loads/artifactVersions.ts'
export type { FileLoads } from './api/loads/files.ts'
export type { FromPath } from './api/loads/fromPath.ts'
export type { HistoryLoads } from './api/loads/histories.ts'
export type { PeopleLoads } from './api/loads/people.ts'
export type { ProjectLoads } from './api/loads/projects.ts'
export type { LoadedRun, Runs, RunsHistoriesOptions } from './api/loads/RunsValue.ts'
export type { RunLoads } from './api/loads/runs.ts'
export type { SweepLoads } from './api/loads/sweeps.ts'
export type { TableLoads } from './api/loads/tables.ts'
export * as series from './api/series.ts'
export type { Wandb } from './api/Wandb.ts'
export type { ExpressionQuery, ExpressionResult } from './expression/run.ts'
export type { EvaluationFailure, SyntaxFailure, TypeFailure } from './expression/syntax/Failure.ts'
export type {
  AgentQuery,
  AgentRunField,
  AgentRunsQuery,
  ArtifactFilesQuery,
  ArtifactQuery,
  ArtifactReference,
  ArtifactsQuery,
  ArtifactTypeQuery,
  ArtifactTypesQuery,
  ArtifactVersionQuery,
  ArtifactVersionReference,
  ArtifactVersionsQuery,
  BestRunQuery,
  CacheOptions,
  Client,
  ConsoleLogsQuery,
  EntityQuery,
  EntityReference,
  EventsQuery,
  FileQuery,
  FilesQuery,
  GraphqlError,
  HistoriesQuery,
  HistoriesTableQuery,
  HistoryQuery,
  LineageField,
  Listed,
  ListQuery,
  LoadError,
  LoadedFiles,
  LoadedHistoriesTable,
  LoadedRuns,
  LoadedRunTable,
  LoggedBy,
  LoggedByQuery,
  MetadataQuery,
  ParquetQuery,
  ParquetSource,
  Progress,
  ProjectFieldsQuery,
  ProjectQuery,
  ProjectReference,
  ProjectsQuery,
  ReportQuery,
  ReportsQuery,
  RunChange,
  RunCountsQuery,
  RunHistory,
  RunQuery,
  RunReference,
  RunSelection,
  RunStateCounts,
  RunsPage,
  RunsQuery,
  RunTableQuery,
  SampleQuery,
  SkippedInside,
  SweepQuery,
  SweepReference,
  SweepRunsQuery,
  SweepsQuery,
  TableColumnNames,
  TableColumns,
  UsedByQuery,
  UserQuery,
  UsersQuery,
  ViewerQuery,
  WaitQuery,
  WatchQuery,
} from './loader/index.ts'
export type { EnvOptions } from './node/clientFromEnv.ts'
export type {
  AlignOptions,
  BinOptions,
  DownsampleOptions,
  GroupBand,
  GroupBandOptions,
  JoinedSeries,
  SeriesBin,
  SmoothOptions,
} from './ops/index.ts'
export * from './ops/operations.ts'
export { column } from './query/columnBuilders.ts'
export type {
  Aggregate,
  Column,
  ColumnRun,
  ColumnType,
  Filter,
  FilterRun,
  Order,
  RunTable,
  SplitFilter,
  TimeRangeOptions,
  TimeUnit,
} from './query/index.ts'
export { asc, desc, orderBy } from './query/Order.ts'
export { byDay, byHour, byMonth, byWeek } from './query/timeGroups.ts'
export type {
  Agent,
  Artifact,
  ArtifactEntry,
  ArtifactFile,
  ArtifactHeavyField,
  ArtifactKind,
  ArtifactManifest,
  ArtifactMembership,
  ArtifactType,
  ArtifactVersion,
  ArtifactVersionSource,
  ArtifactWith,
  ConfigDict,
  ConsoleLine,
  DecodeFailure,
  DefaultField,
  DictCodecs,
  Entity,
  HeavyField,
  History,
  HistoryColumn,
  HistoryKey,
  HistoryKeys,
  InlineField,
  Member,
  NumberColumn,
  Project,
  ProjectField,
  ProjectOverview,
  Report,
  ReportRuns,
  ReportSection,
  Run,
  RunFields,
  RunFile,
  RunHeavy,
  RunId,
  RunLight,
  RunMetadata,
  RunState,
  RunWith,
  StorageId,
  SummaryDict,
  Sweep,
  SweepConfig,
  SweepMetric,
  SweepState,
  SystemMetrics,
  TableColumn,
  TagCount,
  Team,
  User,
  UserAccount,
  ValueColumn,
} from './types/index.ts'
