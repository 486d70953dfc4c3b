import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { RunPath } from '../../paths.ts'
import { request } from '../http/request.ts'

/** The exported part of a history. */
export interface ParquetExports {
  /** The signed URLs of the files. */
  readonly urls: ReadonlyArray<string>
  /** The number of live rows, which may not be in any file yet. */
  readonly liveRows: number
  /** The number of rows that the run logged; `undefined` if the server does not report it. */
  readonly lineCount: number | undefined
}

/** Selects the URLs of a history's files, and the steps of the live rows. */
const document: string =
  'query RunHistoryExports($entity: String!, $project: String!, $id: String!) ' +
  '{ project(name: $project, entityName: $entity) { name run(name: $id) ' +
  '{ name historyLineCount parquetHistory(liveKeys: ["_step"]) { parquetUrls liveData } } } }'

/** Requests the exported part of a run's history. */
export const parquetExports = async (
  client: Client,
  { entity, project, id }: RunPath & { readonly entity: string },
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ParquetExports>> => {
  const make = () => ({ operationName: 'RunHistoryExports', query: document, variables: { entity, project, id } })
  const data = await request(client, make, { signal })
  if (E.isLeft(data)) return data
  const notFound = (what: 'project' | 'run', path: string): E.Either<LoadError, never> =>
    E.left(loadError({ _tag: 'NotFound', what, path: client.redact(path) }))
  const parent = data.right['project']
  if (!isObject(parent)) return notFound('project', `${entity}/${project}`)
  const run = parent['run']
  if (!isObject(run)) return notFound('run', `${entity}/${project}/${id}`)
  const { parquetHistory: exported, historyLineCount } = run
  const list = (key: string): ReadonlyArray<unknown> => {
    const found = isObject(exported) ? exported[key] : undefined
    return Array.isArray(found) ? found : []
  }
  const urls = list('parquetUrls')
  if (!urls.every((url) => typeof url === 'string'))
    return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'the URL of a history file is not a string' }))
  return E.right({
    urls,
    liveRows: list('liveData').length,
    lineCount: typeof historyLineCount === 'number' ? historyLineCount : undefined,
  })
}
