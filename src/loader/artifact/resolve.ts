import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { findNode, findProject, type ResolvedProjectPath } from '../../client/graphql/inProject.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import { parseArtifactPath } from '../paths/parseArtifactPath.ts'
import { pathOfRecord, withEntity } from '../paths/resolve.ts'
import { invalidPath } from '../paths/segments.ts'
import type { VersionIdentity } from './documents.ts'

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
  readonly by: VersionIdentity
  readonly variables: Readonly<Record<string, string>>
  /** Its name in error messages. */
  readonly shown: string
}

/** Resolves a path or a record to an artifact version; a path without an alias means `latest`. */
export const resolveVersion = (
  client: Client,
  version: ArtifactVersionReference,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, VersionTarget> =>
  task(async function* () {
    if (typeof version === 'object') {
      const id = version?.id
      return typeof id === 'string' && id !== ''
        ? { by: 'id', variables: { id }, shown: id }
        : yield* fail(invalidPath(id, 'an artifact version record with an id'))
    }
    const path = yield* unwrap(withEntity(client, yield* unwrap(parseArtifactPath(version, client)), signal))
    const { entity, project, name, alias = 'latest' } = path
    const shown = `${entity}/${project}/${name}:${alias}`
    return { by: 'path', variables: { entity, project, name, alias }, shown }
  })

/** The complete path of an artifact. */
export interface ResolvedArtifactPath extends ResolvedProjectPath {
  readonly name: string
}

/** Resolves a path or a record to an artifact. */
export const resolveArtifact = (
  client: Client,
  artifact: ArtifactReference,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, ResolvedArtifactPath> =>
  task(async function* () {
    if (typeof artifact === 'object') return yield* unwrap(pathOfRecord('artifact', 'name', artifact))
    const { alias, ...path } = yield* unwrap(parseArtifactPath(artifact, client))
    if (alias !== undefined)
      return yield* fail(
        invalidPath(
          artifact,
          'an artifact without a version: remove the colon and what follows',
          undefined,
          client.redact,
        ),
      )
    return yield* unwrap(withEntity(client, path, signal))
  })

/** The artifact in a response, or `NotFound`. */
export const findArtifact = (
  client: Client,
  path: ResolvedArtifactPath,
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> =>
  E.chain(({ artifactCollection }: GraphqlData) =>
    findNode(client, 'artifact', [path.entity, path.project, path.name], artifactCollection),
  )(findProject(client, path, data))

/** The artifact type in a response, or `NotFound`. */
export const findArtifactType = (
  client: Client,
  path: ResolvedProjectPath & { readonly type: string },
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> =>
  E.chain(({ artifactType }: GraphqlData) =>
    findNode(client, 'artifact type', [path.entity, path.project, path.type], artifactType),
  )(findProject(client, path, data))

/** The membership in a response, or `NotFound` for the part of the path that does not exist. */
export const findMembership = (
  client: Client,
  { variables, shown }: VersionTarget,
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> =>
  E.chain(({ artifactMembership }: GraphqlData) => findNode(client, 'artifact version', [shown], artifactMembership))(
    findArtifact(client, variables as unknown as ResolvedArtifactPath, data),
  )

/** The artifact version in a response, or `NotFound` for the part of the path that does not exist. */
export const findVersion = (
  client: Client,
  target: VersionTarget,
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> =>
  E.chain(({ artifact }: GraphqlData) => findNode(client, 'artifact version', [target.shown], artifact))(
    target.by === 'id' ? E.right(data) : findMembership(client, target, data),
  )
