import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'
import { invalidPath } from './invalidPath.ts'
import { withEntity } from './resolve.ts'

/** Resolves an entity: the given one, or else the client's, or else the API key's own. */
export const resolveEntity = async (
  client: Client,
  name: string | undefined,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, string>> => {
  const entity = name === undefined ? client.entity : typeof name === 'string' ? name.trim() : ''
  if (entity !== undefined && (entity === '' || entity.includes('/')))
    return invalidPath(name, 'expected the name of a user or a team')
  const path = await withEntity(client, { entity, project: '' }, signal)
  return E.isLeft(path) ? path : E.right(path.right.entity)
}
