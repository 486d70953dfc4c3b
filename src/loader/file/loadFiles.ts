import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption, notFound, unreadableRecord } from '../../client/errors.ts'
import { readConnectionPage } from '../../client/graphql/connection.ts'
import { findRun } from '../../client/graphql/inProject.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal, isNonEmpty, mustBe, stringList } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, unwrap } from '../../client/task.ts'
import { RunFile } from '../../types/file/RunFile.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { type RunReference, resolveRun } from '../paths/resolve.ts'
import { byProjectAndId } from '../request/references.ts'
import { type FileSelector, filesDocument } from './documents.ts'

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
  readonly run: RunReference
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

export const filesShape: QueryShape<FilesQuery> = {
  subject: 'run',
  options: {
    run: true,
    names: stringList,
    pattern: mustBe('a non-empty string such as "%.json"', isNonEmpty),
    ...listOptions,
  },
  reference: byProjectAndId,
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
  (query: RunReference | FilesQuery) =>
  (client: Client): TaskEither<LoadError, LoadedFiles> =>
    queryTask(client, filesShape, query, async function* (query: FilesQuery) {
      if (query.names !== undefined && query.pattern !== undefined)
        return yield* fail(invalidOption('names', 'cannot be combined with pattern: pass one of them'))
      // As in the Python client, no names are no filter.
      const names = query.names?.length ? [...new Set(query.names)] : undefined
      const path = yield* unwrap(resolveRun(client, query.run, query.signal))
      const among: FileSelector = names !== undefined ? 'names' : query.pattern !== undefined ? 'pattern' : 'all'
      const existing = new Set<string>()
      const absent = new Set<string>()
      const listed = yield* unwrap(
        loadList(client, query, {
          document: filesDocument[among],
          variables: {
            ...path,
            ...(names === undefined ? {} : { names }),
            ...(query.pattern === undefined ? {} : { pattern: query.pattern }),
          },
          connection: (data) =>
            E.map((run: GraphqlData) => {
              const page = withoutPlaceholders(run['files'])
              for (const name of page.existing) existing.add(name)
              for (const name of page.missing) absent.add(name)
              return page.connection
            })(findRun(client, path, data)),
          total: (data) => E.toUnion(E.map((run: GraphqlData) => run['fileCount'])(findRun(client, path, data))),
          decode: decodeNode(RunFile),
          phase: 'files',
          pageSize: 100,
        }),
      )
      // A server may also omit unknown names, which shows only at the end of the list.
      const isMissing = (name: string): boolean =>
        !existing.has(name) && (absent.has(name) || (listed.complete && query.after === undefined))
      return { ...listed, missing: (names ?? []).filter(isMissing) }
    })

/**
 * The options of {@link loadFile}.
 *
 * @category Files
 * @since 0.1.0
 */
export interface FileQuery {
  /** The run's path in any format that `parseRunPath` accepts, or a run record. */
  readonly run: RunReference
  /** The full name of the file, with slashes between folders. */
  readonly name: string
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

export const fileShape: QueryShape<FileQuery> = {
  subject: 'run',
  options: { run: true, name: mustBe('the name of a file', isNonEmpty), signal: abortSignal },
  reference: byProjectAndId,
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
  (query: FileQuery) =>
  (client: Client): TaskEither<LoadError, RunFile> =>
    queryTask(client, fileShape, query, async function* ({ run, name, signal }: FileQuery) {
      if (name === undefined) return yield* fail(invalidOption('name', 'must be the name of a file'))
      const { entity, project, id } = yield* unwrap(resolveRun(client, run, signal))
      const listed = yield* unwrap(loadFiles({ run: { entity, project, id }, names: [name], signal })(client))
      const [file] = listed.items
      const [failure] = listed.failures
      if (file !== undefined) return file
      return yield* fail(
        failure === undefined
          ? notFound(client, 'file', `${entity}/${project}/${id}/${name}`)
          : unreadableRecord('file')(failure),
      )
    })
