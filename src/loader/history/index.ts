/**
 * Loaders of the history and events of runs.
 *
 * @packageDocumentation
 */
export * from './historyFromParquet.ts'
export * from './loadEvents.ts'
export * from './loadHistories.ts'
export * from './loadHistory.ts'
export * from './ParquetSource.ts'
export * from './query.ts'
export * from './RunHistory.ts'
export * from './sampleHistory.ts'
