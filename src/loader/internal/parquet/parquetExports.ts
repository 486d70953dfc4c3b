import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { RunPath } from '../../paths.ts'
import { request } from '../http/request.ts'

/** What a server says of the exported part of a history. */
export interface ParquetExports {
  /** The signed addresses of the files. */
  readonly urls: ReadonlyArray<string>
  /** How many rows count as live: they may be in no file yet. */
  readonly liveRows: number
  /** How many rows the run logged; `undefined` where the server does not tell. */
  readonly lineCount: number | undefined
}

/** The addresses of a history's files, and the steps of the rows that are live. */
const document: string =
  'query RunHistoryExports($entity: String!, $project: String!, $id: String!) ' +
  '{ project(name: $project, entityName: $entity) { name run(name: $id) ' +
  '{ name historyLineCount parquetHistory(liveKeys: ["_step"]) { parquetUrls liveData } } } }'

/** Asks what of a run's history is exported, and where. */
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
    return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'an address of a history file that is no text' }))
  return E.right({
    urls,
    liveRows: list('liveData').length,
    lineCount: typeof historyLineCount === 'number' ? historyLineCount : undefined,
  })
}
