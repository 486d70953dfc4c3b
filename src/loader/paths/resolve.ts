import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { request } from '../../client/request.ts'
import { isObject } from '../../types/wire/own.ts'
import { invalidPath, type ProjectPath, parseProjectPath, parseRunPath, type RunPath } from './parse.ts'

/**
 * A reference to a run: its path in any format that {@link parseRunPath} accepts, or its record.
 *
 * @category Paths
 * @since 0.1.0
 */
export type RunReference = string | { readonly entity: string; readonly project: string; readonly id: string }

/** The project in a response, or `NotFound`. */
export const findProject = (
  client: Client,
  { entity, project }: { readonly entity: string; readonly project: string },
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> => {
  const found = data['project']
  return isObject(found)
    ? E.right(found)
    : E.left(loadError({ _tag: 'NotFound', what: 'project', path: client.redact(`${entity}/${project}`) }))
}

/** Selects the default entity of an API key. */
export const defaultEntityDocument = 'query DefaultEntity { viewer { entity } }'

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

/** A record has its own entity and project, so the client's defaults do not apply. */
const pathOfRecord = (run: Exclude<RunReference, string> | null): E.Either<LoadError, RunPath> => {
  const { entity, project, id } = run ?? {}
  return [entity, project, id].every((part) => typeof part === 'string' && part !== '')
    ? E.right({ entity, project, id } as RunPath)
    : E.left(
        loadError({
          _tag: 'InvalidPath',
          path: String(id),
          reason: 'expected a run record with entity, project and id',
        }),
      )
}

/** Resolves a path or a record to a run. */
export const resolveRun = async (
  client: Client,
  run: RunReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, RunPath & { readonly entity: string }>> => {
  const parsed = typeof run === 'object' ? pathOfRecord(run) : parseRunPath(run, client)
  return E.isLeft(parsed) ? parsed : withEntity(client, parsed.right, signal)
}
