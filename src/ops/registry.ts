import { artifactVersionOperations } from './artifactVersion/registry.ts'
import type { Operation } from './Operation.ts'
import { runOperations } from './run/registry.ts'
import { userOperations } from './user/registry.ts'

/**
 * All operations as data, by receiver and then by name.
 *
 * @example
 * ```ts
 * import { operations } from 'wandb-run-ops/ops'
 *
 * operations.find(({ name }) => name === 'run-jobType')?.needs // => ['jobType']
 * ```
 * @category Registry
 * @since 0.1.0
 */
export const operations: ReadonlyArray<Operation> = [...artifactVersionOperations, ...runOperations, ...userOperations]
