/**
 * Pure, total functions of records.
 *
 * @packageDocumentation
 */

export * from '../types/query/index.ts'
export * from './artifact/index.ts'
export * from './artifactType/index.ts'
export * from './artifactVersion/index.ts'
export * from './entity/index.ts'
export * from './file/index.ts'
export * from './history/index.ts'
export * from './Link.ts'
export * from './Operation.ts'
export * from './Path.ts'
export * from './project/index.ts'
export * from './query/index.ts'
export * from './registry.ts'
export * from './report/index.ts'
export * from './run/index.ts'
export * from './runs/index.ts'
export * from './sweep/index.ts'
export * from './user/index.ts'
