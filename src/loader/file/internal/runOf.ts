import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import type { Data } from '../../internal/http/readReply.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** The run in a response, or `NotFound` for the part of its path that does not exist. */
export const runOf = (
  client: Client,
  path: { readonly entity: string; readonly project: string; readonly id: string },
  data: Data,
): E.Either<LoadError, Data> => {
  const notFound = (what: 'project' | 'run', at: string): E.Either<LoadError, never> =>
    E.left(loadError({ _tag: 'NotFound', what, path: client.redact(at) }))
  const project = data['project']
  if (!isObject(project)) return notFound('project', `${path.entity}/${path.project}`)
  const run = project['run']
  return isObject(run) ? E.right(run) : notFound('run', `${path.entity}/${path.project}/${path.id}`)
}
