import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../../client/Client.ts'
import { type LoadError, loadError } from '../../../client/LoadError.ts'
import { request } from '../../../client/request.ts'
import { isObject } from '../../../types/wire/own.ts'
import type { RunPath } from '../../paths/parse.ts'

/** The signed URLs of a history's files, which are renewed once they have expired. */
export interface SignedUrls {
  /** The files, identified by their URLs without the signature. */
  readonly files: ReadonlyArray<string>
  /** Returns the current URL of a file. */
  readonly of: (file: string) => string | undefined
  /** Requests new URLs, unless the stale one has already been replaced. */
  readonly renew: (stale: string) => Promise<E.Either<LoadError, unknown>>
}

const unsigned = (address: string): string => address.replace(/[?#].*$/s, '')

/** The statuses with which storage services reject an expired URL. */
export const isExpiredUrlError = (error: LoadError): boolean =>
  error._tag === 'HttpFailed' && [400, 401, 403, 404, 410].includes(error.status)

/** Tracks signed URLs. The server may return the same files in another order. */
export const trackSignedUrls = (
  urls: ReadonlyArray<string>,
  ask: () => Promise<E.Either<LoadError, ReadonlyArray<string>>>,
): SignedUrls => {
  const read = (list: ReadonlyArray<string>) => new Map(list.map((url) => [unsigned(url), url]))
  let current = read(urls)
  let asking: Promise<E.Either<LoadError, unknown>> | undefined
  const askOnce = async (): Promise<E.Either<LoadError, unknown>> => {
    const answer = await ask()
    asking = undefined
    if (E.isRight(answer)) current = read(answer.right)
    return answer
  }
  return {
    files: [...current.keys()],
    of: (file) => current.get(file),
    renew: (stale) => {
      if (asking === undefined && current.get(unsigned(stale)) !== stale) return Promise.resolve(E.right(undefined))
      asking ??= askOnce()
      return asking
    },
  }
}

/** The error for a file that has no URL any more. */
export const historyFilesChanged: LoadError = loadError({
  _tag: 'FileUnreadable',
  detail: 'the history files changed during the download',
})

/** The exported part of a history. */
interface ParquetExports {
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
export const fetchParquetExports = async (
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
