import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import { parseArtifactPath } from '../../artifact/parseArtifactPath.ts'
import type { ArtifactVersionReference } from '../../artifact/reference.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { Data } from '../http/readReply.ts'
import { withEntity } from '../paths/resolve.ts'

/** A resolved artifact version, as the server identifies it. */
export interface VersionTarget {
  readonly by: 'id' | 'path'
  readonly variables: Readonly<Record<string, string>>
  /** Its name in error messages. */
  readonly shown: string
}

/** Resolves a path or a record to an artifact version; a path without an alias means `latest`. */
export const resolveVersion = async (
  client: Client,
  version: ArtifactVersionReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, VersionTarget>> => {
  if (typeof version === 'object') {
    const id = version?.id
    return typeof id === 'string' && id !== ''
      ? E.right({ by: 'id', variables: { id }, shown: id })
      : E.left(
          loadError({
            _tag: 'InvalidPath',
            path: String(id),
            reason: 'expected an artifact version record with an id',
          }),
        )
  }
  const parsed = parseArtifactPath(version, client)
  if (E.isLeft(parsed)) return parsed
  const path = await withEntity(client, parsed.right, signal)
  if (E.isLeft(path)) return path
  const { entity, project, name, alias = 'latest' } = path.right
  const shown = `${entity}/${project}/${name}:${alias}`
  return E.right({ by: 'path', variables: { entity, project, name, alias }, shown })
}

const notFound = (
  client: Client,
  what: 'artifact' | 'artifact version' | 'project',
  path: string,
): E.Either<LoadError, never> => E.left(loadError({ _tag: 'NotFound', what, path: client.redact(path) }))

/** The membership in a response, or `NotFound` for the part of the path that does not exist. */
export const membershipOf = (client: Client, target: VersionTarget, data: Data): E.Either<LoadError, Data> => {
  const { entity, project: name, name: collectionName } = target.variables
  const project = data['project']
  if (!isObject(project)) return notFound(client, 'project', `${entity}/${name}`)
  const collection = project['artifactCollection']
  if (!isObject(collection)) return notFound(client, 'artifact', `${entity}/${name}/${collectionName}`)
  const membership = collection['artifactMembership']
  if (!isObject(membership)) return notFound(client, 'artifact version', target.shown)
  return E.right(membership)
}

/** The artifact version in a response, or `NotFound` for the part of the path that does not exist. */
export const versionOf = (client: Client, target: VersionTarget, data: Data): E.Either<LoadError, Data> => {
  const membership = target.by === 'id' ? E.right(data) : membershipOf(client, target, data)
  if (E.isLeft(membership)) return membership
  const version = membership.right['artifact']
  return isObject(version) ? E.right(version) : notFound(client, 'artifact version', target.shown)
}
