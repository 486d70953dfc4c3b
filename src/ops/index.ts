/**
 * Operations: pure, total functions over records.
 *
 * @packageDocumentation
 */
export * from '../history/historyFromRows.ts'
export { type ColumnChunk, type MergeChunksOptions, mergeChunks } from '../history/mergeChunks.ts'
export * from './generated/artifact.ts'
export * from './generated/artifactType.ts'
export * from './generated/artifactVersion.ts'
export * from './generated/entity.ts'
export * from './generated/file.ts'
export * from './generated/history.ts'
export * from './generated/operations.ts'
export * from './generated/project.ts'
export * from './generated/report.ts'
export * from './generated/run.ts'
export * from './generated/sweep.ts'
export * from './generated/user.ts'
export { type BinOptions, bin, type SeriesBin } from './history/bin.ts'
export * from './history/downsample.ts'
export { type GroupBand, type GroupBandOptions, groupBand } from './history/groupBand.ts'
export { type AlignOptions, alignSteps, type JoinedSeries, joinSeries } from './history/joinSeries.ts'
export * from './history/smooth.ts'
export * from './history/transforms.ts'
export { matches } from './match/matches.ts'
export type { Link, Operation, Parameter, Path, Receiver, ReturnValue, TypeName } from './Operation.ts'
export * from './operations.ts'
