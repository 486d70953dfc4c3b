import type { RunFile } from '../../types/file/RunFile.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { dual } from '../dual.ts'

/**
 * Returns the files that the run saved, in server order.
 *
 * @param run - A run, loaded with `files`.
 * @returns The files; empty when there are none.
 * @example
 * ```ts
 * import { runFiles } from 'wandb-run-ops/ops'
 *
 * runFiles({ files: [] }) // => []
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runFiles = (run: Pick<RunFields, 'files'>): ReadonlyArray<RunFile> => run.files

/**
 * Returns the file of the run with the given name.
 *
 * @param run - A run, loaded with `files`.
 * @param name - The full name, with slashes between folders.
 * @returns The file; `undefined` when the run has no file of that name.
 * @example
 * ```ts
 * import { runFile } from 'wandb-run-ops/ops'
 *
 * runFile({ files: [] }, 'output.log') // => undefined
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runFile: {
  (run: Pick<RunFields, 'files'>, name: string): RunFile | undefined
  (name: string): (run: Pick<RunFields, 'files'>) => RunFile | undefined
} = /* @__PURE__ */ dual((run: Pick<RunFields, 'files'>, name: string): RunFile | undefined =>
  run.files?.find((file) => file.name === name),
)
