import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type GraphqlDocument, graphqlDocument } from '../../client/graphql/document.ts'
import type { ResolvedProjectPath, ResolvedRunPath } from '../../client/graphql/inProject.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import { isObject } from '../../types/wire/own.ts'
import {
  type ProjectPath,
  parseProjectPath,
  parseRunPath,
  parseSweepPath,
  type RunPath,
  type SweepPath,
} from './parse.ts'
import { invalidPath } from './segments.ts'

/**
 * A reference to a run: its path in any format that {@link parseRunPath} accepts, or its record.
 *
 * @category Paths
 * @since 0.1.0
 */
export type RunReference = string | { readonly entity: string; readonly project: string; readonly id: string }

/**
 * A reference to a sweep: its path in any format that {@link parseSweepPath} accepts, or its record.
 *
 * @category Sweeps
 * @since 0.1.0
 */
export type SweepReference = string | { readonly entity: string; readonly project: string; readonly id: string }

/** Selects the default entity of an API key. */
export const defaultEntityDocument: GraphqlDocument = graphqlDocument('DefaultEntity', {}, 'viewer { entity }')

/** The default entities of API keys, which are kept for the lifetime of their clients. */
const defaultEntities = new WeakMap<Client, string>()

/**
 * Adds the entity to a path. Only if neither the path nor the client has one, the server is asked for the API key's own,
 * once for a client.
 */
export const withEntity = <P extends ProjectPath>(
  client: Client,
  path: P,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, P & { readonly entity: string }> =>
  task(async function* () {
    if (path.entity !== undefined && path.entity !== '') return { ...path, entity: path.entity }
    const known = defaultEntities.get(client)
    if (known !== undefined) return { ...path, entity: known }
    const { viewer } = yield* unwrap(request(client, defaultEntityDocument, {}, { signal }))
    const entity = isObject(viewer) ? viewer['entity'] : undefined
    if (typeof entity === 'string' && entity !== '') {
      defaultEntities.set(client, entity)
      return { ...path, entity }
    }
    const detail = 'missing entity, and the API key has no default entity'
    return yield* fail(invalidPath(path.project, 'entity/project', detail, client.redact))
  })

/** Resolves a path to a project. */
export const resolveProject = (
  client: Client,
  path: string | undefined,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, ResolvedProjectPath> =>
  task(async function* () {
    return yield* unwrap(withEntity(client, yield* unwrap(parseProjectPath(path, client)), signal))
  })

/** Resolves an entity: the given one, or else the client's, or else the API key's own. */
export const resolveEntity = (
  client: Client,
  name: string | undefined,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, string> =>
  task(async function* () {
    const given = name === undefined ? client.entity : typeof name === 'string' ? name.trim() : ''
    if (given !== undefined && (given === '' || given.includes('/')))
      return yield* fail(invalidPath(name, 'the name of a user or a team', undefined, client.redact))
    const { entity } = yield* unwrap(withEntity(client, { entity: given, project: '' }, signal))
    return entity
  })

/** Reads the path of a record. It has its own entity and project, so the client's defaults do not apply. */
export const pathOfRecord = <K extends 'id' | 'name'>(
  what: 'run' | 'sweep' | 'artifact',
  key: K,
  record: (ResolvedProjectPath & Readonly<Record<K, string>>) | null,
): E.Either<LoadError, ResolvedProjectPath & Readonly<Record<K, string>>> => {
  const { entity, project, [key]: last } = (record ?? {}) as Readonly<Record<string, unknown>>
  return [entity, project, last].every((part) => typeof part === 'string' && part !== '')
    ? E.right({ entity, project, [key]: last } as unknown as ResolvedProjectPath & Readonly<Record<K, string>>)
    : E.left(invalidPath(last, `${what === 'artifact' ? 'an' : 'a'} ${what} record with entity, project and ${key}`))
}

/** Resolves a path or a record to a run. */
export const resolveRun = (
  client: Client,
  run: RunReference,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, ResolvedRunPath> =>
  task(async function* () {
    const path: E.Either<LoadError, RunPath> =
      typeof run === 'object' ? pathOfRecord('run', 'id', run) : parseRunPath(run, client)
    return yield* unwrap(withEntity(client, yield* unwrap(path), signal))
  })

/** Resolves a path or a record to a sweep. */
export const resolveSweep = (
  client: Client,
  sweep: SweepReference,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, ResolvedRunPath> =>
  task(async function* () {
    const path: E.Either<LoadError, SweepPath> =
      typeof sweep === 'object' ? pathOfRecord('sweep', 'id', sweep) : parseSweepPath(sweep, client)
    return yield* unwrap(withEntity(client, yield* unwrap(path), signal))
  })
