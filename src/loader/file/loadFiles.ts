import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { decodeNode } from '../../types/decodeNode.ts'
import { RunFile } from '../../types/RunFile.ts'
import type { Client } from '../Client.ts'
import { emptyList } from '../internal/paging/emptyList.ts'
import { loadList } from '../internal/paging/loadList.ts'
import { resolveRun } from '../internal/paths/resolveRun.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Listed, ListQuery } from '../list.ts'
import type { RunQuery } from '../query.ts'
import { type Among, filesDocument } from './internal/documents.ts'
import { existingOnly } from './internal/existing.ts'
import { runOf } from './internal/runOf.ts'

/**
 * The options of {@link loadFiles}: all files, files with the given names, or files that match a pattern.
 *
 * @category Files
 * @since 0.1.0
 */
export interface FilesQuery extends ListQuery {
  /** The run's path in any format that {@link parseRunPath} accepts, or a run record. */
  readonly run: RunQuery['run']
  /** Only files with these names. It cannot be combined with `pattern`. */
  readonly names?: ReadonlyArray<string> | undefined
  /** Only files whose name matches, as in SQL's `LIKE`: `%` is any string, `_` any character, such as `%.json`. */
  readonly pattern?: string | undefined
}

/**
 * The files of a run.
 *
 * @category Files
 * @since 0.1.0
 */
export interface LoadedFiles extends Listed<RunFile> {
  /** The requested `names` without a file. */
  readonly missing: ReadonlyArray<string>
}

const invalid = (field: string, reason: string): LoadError => loadError({ _tag: 'InvalidQuery', field, reason })

const queryError = ({ names, pattern }: FilesQuery): LoadError | undefined => {
  if (names !== undefined && pattern !== undefined)
    return invalid('names', 'cannot be combined with pattern: pass one of them')
  if (names !== undefined && !(Array.isArray(names) && names.every((name) => typeof name === 'string')))
    return invalid('names', 'must be an array of strings')
  if (pattern !== undefined && (typeof pattern !== 'string' || pattern === ''))
    return invalid('pattern', 'must be a non-empty string such as "%.json"')
  return undefined
}

/**
 * Lists the files of a run.
 *
 * A name without a file is one of `missing`. An empty `names` returns an empty list without a request.
 *
 * @param query - The run, and which files to list.
 * @returns A function from a client to the files.
 * @example
 * ```ts no-run
 * import { loadFiles, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { fileName, fileSize } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadFiles({ run: 'team/vision/a1b2c3d4', pattern: 'media/%' })(client))
 *
 * for (const file of items) console.log(fileName(file), fileSize(file))
 * ```
 * @category Files
 * @since 0.1.0
 */
export const loadFiles =
  (query: FilesQuery) =>
  (client: Client): TaskEither<LoadError, LoadedFiles> =>
  async () => {
    const wrong = queryError(query)
    if (wrong !== undefined) return E.left(wrong)
    const names = query.names && [...new Set(query.names)]
    if (names?.length === 0) return E.right({ ...emptyList(), missing: [] })
    const path = await resolveRun(client, query.run, query.signal)
    if (E.isLeft(path)) return path
    const among: Among = names !== undefined ? 'names' : query.pattern !== undefined ? 'pattern' : 'all'
    const existing = new Set<string>()
    const absent = new Set<string>()
    const listed = await loadList(client, query, {
      operationName: 'RunFiles',
      document: filesDocument(among),
      variables: {
        ...path.right,
        ...(names === undefined ? {} : { names }),
        ...(query.pattern === undefined ? {} : { pattern: query.pattern }),
      },
      connection: (data) => {
        const run = runOf(client, path.right, data)
        if (E.isLeft(run)) return run
        const page = existingOnly(run.right['files'])
        for (const name of page.existing) existing.add(name)
        for (const name of page.missing) absent.add(name)
        return E.right(page.connection)
      },
      total: (data) => {
        const run = runOf(client, path.right, data)
        return E.isRight(run) ? run.right['fileCount'] : undefined
      },
      decode: decodeNode(RunFile),
      phase: 'files',
      pageSize: 100,
    })
    if (E.isLeft(listed)) return listed
    // A server may also omit unknown names, which shows only at the end of the list.
    const isMissing = (name: string): boolean =>
      !existing.has(name) && (absent.has(name) || (listed.right.complete && query.after === undefined))
    return E.right({ ...listed.right, missing: (names ?? []).filter(isMissing) })
  }
