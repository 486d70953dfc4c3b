import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import type { Data } from '../../internal/http/readReply.ts'
import { projectIn } from '../../internal/paths/projectIn.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** The artifact or artifact type in a response, or `NotFound`. */
export const partIn = (
  client: Client,
  { entity, project, name }: { readonly entity: string; readonly project: string; readonly name: string },
  data: Data,
  [field, what]: readonly ['artifactCollection', 'artifact'] | readonly ['artifactType', 'artifact type'],
): E.Either<LoadError, Data> => {
  const found = projectIn(client, { entity, project }, data)
  if (E.isLeft(found)) return found
  const part = found.right[field]
  return isObject(part)
    ? E.right(part)
    : E.left(loadError({ _tag: 'NotFound', what, path: client.redact(`${entity}/${project}/${name}`) }))
}
