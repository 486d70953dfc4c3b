import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { Data } from '../http/readReply.ts'

/** The project in a response, or `NotFound`. */
export const projectIn = (
  client: Client,
  { entity, project }: { readonly entity: string; readonly project: string },
  data: Data,
): E.Either<LoadError, Data> => {
  const found = data['project']
  return isObject(found)
    ? E.right(found)
    : E.left(loadError({ _tag: 'NotFound', what: 'project', path: client.redact(`${entity}/${project}`) }))
}
