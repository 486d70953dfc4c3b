import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import type { RunProject } from '../../types/run/runCodec.ts'
import { isObject } from '../../types/wire/own.ts'
import { invalidPath, type PathDefaults, type ProjectPath, parseRunPath } from '../paths/parse.ts'
import { withEntity } from '../paths/resolve.ts'
import { toRunProject } from '../request/requestRuns.ts'

/**
 * A reference to a sweep: its path in any format that {@link parseSweepPath} accepts, or its record.
 *
 * @category Sweeps
 * @since 0.1.0
 */
export type SweepReference = string | { readonly entity: string; readonly project: string; readonly id: string }

/**
 * The path of a sweep. The entity is `undefined` if neither the path nor the defaults have one.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface SweepPath extends ProjectPath {
  /** The sweep's short id. */
  readonly id: string
}

const FORMS = 'expected entity/project/id, entity/project/sweeps/id, or the URL of the sweep'

const URL_OF_SWEEP = /^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/sweeps\/+([^/])/i

const isUrl = (text: string): boolean => /^https?:\/\//i.test(text)

/** The path of a sweep has the format of a run path, with `sweeps` instead of `runs`. */
const asRunPath = (text: string): string | undefined => {
  if (isUrl(text)) return URL_OF_SWEEP.test(text) ? text.replace(URL_OF_SWEEP, '$1/runs/$2') : undefined
  return text.includes('/runs/') ? undefined : text.replaceAll('/sweeps/', '/')
}

/**
 * Parses the path of a sweep: `entity/project/id`, `entity/project/sweeps/id`, `project/id`, `id`, or the sweep's URL in the
 * web app. Percent-encoding is decoded in URLs only.
 *
 * @param path - The path.
 * @param defaults - The entity and project to use if the path has none.
 * @returns The parts of the path, or `InvalidPath`.
 * @example
 * ```ts
 * import { parseSweepPath } from 'wandb-run-ops/loader'
 *
 * parseSweepPath('team/vision/sweeps/s1w2e3p4') // => { _tag: 'Right', right: { entity: 'team', project: 'vision', id: 's1w2e3p4' } }
 * ```
 * @category Paths
 * @since 0.1.0
 */
export const parseSweepPath = (path: string, defaults: PathDefaults = {}): E.Either<LoadError, SweepPath> => {
  const runPath = typeof path === 'string' ? asRunPath(path.trim()) : undefined
  const parsed = runPath === undefined ? undefined : parseRunPath(runPath, defaults)
  return parsed !== undefined && E.isRight(parsed) ? parsed : invalidPath(path, FORMS)
}

type ResolvedSweepPath = SweepPath & { readonly entity: string }

/** A record has its own entity and project, so the client's defaults do not apply. */
const pathOfRecord = (sweep: Exclude<SweepReference, string> | null): E.Either<LoadError, ResolvedSweepPath> => {
  const { entity, project, id } = sweep ?? {}
  return [entity, project, id].every((part) => typeof part === 'string' && part !== '')
    ? E.right({ entity, project, id } as ResolvedSweepPath)
    : invalidPath(id, 'expected a sweep record with entity, project and id')
}

/** Resolves a path or a record to a sweep. */
export const resolveSweep = async (
  client: Client,
  sweep: SweepReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ResolvedSweepPath>> => {
  if (typeof sweep === 'object') return pathOfRecord(sweep)
  const parsed = parseSweepPath(sweep, client)
  return E.isLeft(parsed) ? parsed : withEntity(client, parsed.right, signal)
}

/** The sweep in a response with its project, or `NotFound` for the part of its path that does not exist. */
export const findSweep = (
  client: Client,
  path: ResolvedSweepPath,
  data: GraphqlData,
): E.Either<LoadError, { readonly node: GraphqlData; readonly project: RunProject }> => {
  const notFound = (what: 'project' | 'sweep', at: string): E.Either<LoadError, never> =>
    E.left(loadError({ _tag: 'NotFound', what, path: client.redact(at) }))
  const project = data['project']
  if (!isObject(project)) return notFound('project', `${path.entity}/${path.project}`)
  const node = project['sweep']
  return isObject(node)
    ? E.right({ node, project: toRunProject(client, path, project) })
    : notFound('sweep', `${path.entity}/${path.project}/${path.id}`)
}

/** The agent in a response, or `NotFound`. */
export const findAgent = (
  client: Client,
  path: ResolvedSweepPath,
  agent: string,
  data: GraphqlData,
): E.Either<LoadError, { readonly node: GraphqlData; readonly project: RunProject }> =>
  E.chain(({ node, project }: { readonly node: GraphqlData; readonly project: RunProject }) => {
    const found = node['agent']
    const at = `${path.entity}/${path.project}/${path.id}/${agent}`
    return isObject(found)
      ? E.right({ node: found, project })
      : E.left(loadError({ _tag: 'NotFound', what: 'agent', path: client.redact(at) }))
  })(findSweep(client, path, data))
