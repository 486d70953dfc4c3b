import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { isObject } from '../../types/wire/own.ts'
import { findProject, withEntity } from '../paths/resolve.ts'
import { parseArtifactPath } from './parseArtifactPath.ts'

/**
 * A reference to an artifact: its path or its record.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type ArtifactReference = string | { readonly entity: string; readonly project: string; readonly name: string }

/**
 * A reference to an artifact version: its path, its record, or any object with its `id`.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type ArtifactVersionReference = string | { readonly id: string }

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
export const findMembership = (
  client: Client,
  target: VersionTarget,
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> => {
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
export const findVersion = (
  client: Client,
  target: VersionTarget,
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> => {
  const membership = target.by === 'id' ? E.right(data) : findMembership(client, target, data)
  if (E.isLeft(membership)) return membership
  const version = membership.right['artifact']
  return isObject(version) ? E.right(version) : notFound(client, 'artifact version', target.shown)
}

/** The complete path of an artifact. */
export interface ResolvedArtifactPath {
  readonly entity: string
  readonly project: string
  readonly name: string
}

const invalid = (path: unknown, reason: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'InvalidPath', path: String(path).slice(0, 200), reason }))

/** Resolves a path or a record to an artifact. */
export const resolveArtifact = async (
  client: Client,
  artifact: ArtifactReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ResolvedArtifactPath>> => {
  if (typeof artifact === 'object') {
    const { entity, project, name } = artifact ?? {}
    return [entity, project, name].every((part) => typeof part === 'string' && part !== '')
      ? E.right({ entity, project, name } as ResolvedArtifactPath)
      : invalid(name, 'expected an artifact record with entity, project and name')
  }
  const parsed = parseArtifactPath(artifact, client)
  if (E.isLeft(parsed)) return parsed
  const { alias, ...path } = parsed.right
  if (alias !== undefined)
    return invalid(artifact, 'expected an artifact without a version: remove the colon and what follows')
  return withEntity(client, path, signal)
}

/** The artifact or artifact type in a response, or `NotFound`. */
export const findInProject = (
  client: Client,
  { entity, project, name }: { readonly entity: string; readonly project: string; readonly name: string },
  data: GraphqlData,
  [field, what]: readonly ['artifactCollection', 'artifact'] | readonly ['artifactType', 'artifact type'],
): E.Either<LoadError, GraphqlData> => {
  const found = findProject(client, { entity, project }, data)
  if (E.isLeft(found)) return found
  const part = found.right[field]
  return isObject(part)
    ? E.right(part)
    : E.left(loadError({ _tag: 'NotFound', what, path: client.redact(`${entity}/${project}/${name}`) }))
}
