/**
 * Weights & Biases runs as immutable records, pure functions over them, and a loader that brings them.
 *
 * Everything of `wandb-run-ops/types`, `wandb-run-ops/ops` and `wandb-run-ops/loader`. Two functions share a name:
 * `bestRun` here is the operation over runs that are there, and `loadBestRun` is the loader's `bestRun`.
 *
 * @packageDocumentation
 */
export * from './loader/index.ts'
export { bestRun as loadBestRun } from './loader/index.ts'
export * from './ops/index.ts'
export { bestRun } from './ops/index.ts'
export * from './types/index.ts'
