import type { Operation } from '../Operation.ts'
import { artifactOperations } from './artifact.ts'
import { artifactTypeOperations } from './artifactType.ts'
import { artifactVersionOperations } from './artifactVersion.ts'
import { entityOperations } from './entity.ts'
import { fileOperations } from './file.ts'
import { historyOperations } from './history.ts'
import { projectOperations } from './project.ts'
import { reportOperations } from './report.ts'
import { runOperations } from './run.ts'
import { sweepOperations } from './sweep.ts'
import { userOperations } from './user.ts'

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
