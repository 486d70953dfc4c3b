import { artifactOperations } from './artifact/registry.ts'
import { artifactTypeOperations } from './artifactType/registry.ts'
import { artifactVersionOperations } from './artifactVersion/registry.ts'
import { entityOperations } from './entity/registry.ts'
import { fileOperations } from './file/registry.ts'
import { historyOperations } from './history/registry.ts'
import type { Operation } from './Operation.ts'
import { projectOperations } from './project/registry.ts'
import { reportOperations } from './report/registry.ts'
import { runOperations } from './run/registry.ts'
import { sweepOperations } from './sweep/registry.ts'
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
export const operations: ReadonlyArray<Operation> = [
  ...artifactOperations,
  ...artifactTypeOperations,
  ...artifactVersionOperations,
  ...entityOperations,
  ...fileOperations,
  ...historyOperations,
  ...projectOperations,
  ...reportOperations,
  ...runOperations,
  ...sweepOperations,
  ...userOperations,
]
