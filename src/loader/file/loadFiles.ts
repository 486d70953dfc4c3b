import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { readConnectionPage } from '../../client/graphql/connection.ts'
import { emptyList, type Listed, type ListQuery, loadList } from '../../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { RunFile } from '../../types/file/RunFile.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveRun } from '../paths/resolve.ts'
import type { RunQuery } from '../request/query.ts'
import { type FileSelector, filesDocument, findRun } from './documents.ts'

/** The server returns a placeholder for an unknown name, which was never written. */
const isPlaceholder = (edge: unknown): boolean => {
  const node = isObject(edge) ? edge['node'] : undefined
  return isObject(node) && (node['updatedAt'] ?? null) === null
}

const nameOf = (edge: unknown): ReadonlyArray<string> => {
  const node = isObject(edge) ? edge['node'] : undefined
  const name = isObject(node) ? node['name'] : undefined
  return typeof name === 'string' ? [name] : []
}

/** A page of files without placeholders, and the names of both. */
interface ExistingFiles {
  readonly connection: unknown
  readonly existing: ReadonlyArray<string>
  readonly missing: ReadonlyArray<string>
}

/** Removes the placeholders from a page of files; its end cursor is unchanged. */
const withoutPlaceholders = (connection: unknown): ExistingFiles => {
  const page = readConnectionPage(connection)
  if (page === undefined || !isObject(connection)) return { connection, existing: [], missing: [] }
  const placeholders = page.edges.filter(isPlaceholder)
  const edges = page.edges.filter((edge) => !isPlaceholder(edge))
  return {
    connection: {
      ...connection,
      edges,
      pageInfo: { hasNextPage: page.next !== undefined, endCursor: page.cursor ?? null },
    },
    existing: edges.flatMap(nameOf),
    missing: placeholders.flatMap(nameOf),
  }
}

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
    const among: FileSelector = names !== undefined ? 'names' : query.pattern !== undefined ? 'pattern' : 'all'
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
        const run = findRun(client, path.right, data)
        if (E.isLeft(run)) return run
        const page = withoutPlaceholders(run.right['files'])
        for (const name of page.existing) existing.add(name)
        for (const name of page.missing) absent.add(name)
        return E.right(page.connection)
      },
      total: (data) => {
        const run = findRun(client, path.right, data)
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
