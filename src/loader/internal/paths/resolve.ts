import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { type ProjectPath, parseProjectPath } from '../../paths.ts'
import { request } from '../http/request.ts'
import { defaultEntityDocument } from '../run/documents.ts'

/** Adds the entity to a path. Only if neither the path nor the client has one, the server is asked for the API key's own. */
export const withEntity = async <P extends ProjectPath>(
  client: Client,
  path: P,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, P & { readonly entity: string }>> => {
  if (path.entity !== undefined && path.entity !== '') return E.right({ ...path, entity: path.entity })
  const make = () => ({ operationName: 'DefaultEntity', query: defaultEntityDocument, variables: {} })
  const data = await request(client, make, { signal })
  if (E.isLeft(data)) return data
  const viewer = data.right['viewer']
  const entity = isObject(viewer) ? viewer['entity'] : undefined
  return typeof entity === 'string' && entity !== ''
    ? E.right({ ...path, entity })
    : E.left(
        loadError({
          _tag: 'InvalidPath',
          path: path.project,
          reason: 'missing entity, and the API key has no default entity; expected entity/project',
        }),
      )
}

/** Resolves a path to a project. */
export const resolveProject = async (
  client: Client,
  path: string | undefined,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ProjectPath & { readonly entity: string }>> => {
  const parsed = parseProjectPath(path, client)
  return E.isLeft(parsed) ? parsed : withEntity(client, parsed.right, signal)
}
