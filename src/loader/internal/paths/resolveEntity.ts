import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'
import { invalidPath } from './invalidPath.ts'
import { withEntity } from './resolve.ts'

/** The entity that a name means: the client's, or else the key's own, where there is no name. */
export const resolveEntity = async (
  client: Client,
  name: string | undefined,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, string>> => {
  const entity = name === undefined ? client.entity : typeof name === 'string' ? name.trim() : ''
  if (entity !== undefined && (entity === '' || entity.includes('/')))
    return invalidPath(name, 'it is not the name of an entity: write a user name or the name of a team')
  const path = await withEntity(client, { entity, project: '' }, signal)
  return E.isLeft(path) ? path : E.right(path.right.entity)
}
