/**
 * Weights & Biases runs as immutable records, pure functions over them, and a loader that reads them.
 *
 * @packageDocumentation
 */
export * from './loader/index.ts'
export * from './ops/index.ts'
export * from './query/index.ts'
export * from './types/index.ts'
