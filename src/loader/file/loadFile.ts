import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { RunFile } from '../../types/RunFile.ts'
import type { Client } from '../Client.ts'
import { resolveRun } from '../internal/paths/resolveRun.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { RunQuery } from '../query.ts'
import { loadFiles } from './loadFiles.ts'

/**
 * The options of {@link loadFile}.
 *
 * @category Files
 * @since 0.1.0
 */
export interface FileQuery {
  /** The run's path in any format that `parseRunPath` accepts, or a run record. */
  readonly run: RunQuery['run']
  /** The full name of the file, with slashes between folders. */
  readonly name: string
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Loads the record of one file of a run. A file that does not exist is `NotFound`.
 *
 * @param query - The run and the name of the file.
 * @returns A function from a client to the file.
 * @example
 * ```ts no-run
 * import { loadFile, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const file = await orThrow(loadFile({ run: 'team/vision/a1b2c3d4', name: 'output.log' })(client))
 *
 * console.log(file.size, file.updatedAt)
 * ```
 * @category Files
 * @since 0.1.0
 */
export const loadFile =
  ({ run, name, signal }: FileQuery) =>
  (client: Client): TaskEither<LoadError, RunFile> =>
  async () => {
    if (typeof name !== 'string' || name === '')
      return E.left(loadError({ _tag: 'InvalidQuery', field: 'name', reason: 'must be the name of a file' }))
    const path = await resolveRun(client, run, signal)
    if (E.isLeft(path)) return path
    const { entity, project, id } = path.right
    const listed = await loadFiles({ run: { entity, project, id }, names: [name], signal })(client)()
    if (E.isLeft(listed)) return listed
    const [file] = listed.right.items
    const [failure] = listed.right.failures
    if (file !== undefined) return E.right(file)
    return E.left(
      failure === undefined
        ? loadError({ _tag: 'NotFound', what: 'file', path: client.redact(`${entity}/${project}/${id}/${name}`) })
        : loadError({ _tag: 'Unreadable', what: 'file', failure }),
    )
  }
