import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../../client/LoadError.ts'
import { invalidPath, readSegments } from './segments.ts'

/**
 * The defaults for the parts that a path leaves out, and the server that a URL must belong to. A client has all of them.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface PathDefaults {
  /** The entity. */
  readonly entity?: string | undefined
  /** The project. */
  readonly project?: string | undefined
  /** The URL of the API. With it or `appUrl`, the URL of another server is an `InvalidPath`. */
  readonly baseUrl?: string | undefined
  /** The URL of the web app. It must be known if the web app is below a path, such as `https://example.com/wandb`. */
  readonly appUrl?: string | undefined
  /** Replaces the API key in a string: it may have been passed as a path. */
  readonly redact?: ((text: string) => string) | undefined
}

/**
 * The path of a project. The entity is `undefined` if neither the path nor the defaults have one.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface ProjectPath {
  /** The entity. */
  readonly entity: string | undefined
  /** The project. */
  readonly project: string
}

/**
 * The path of a run. The entity is `undefined` if neither the path nor the defaults have one.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface RunPath extends ProjectPath {
  /** The run's short id. */
  readonly id: string
}

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

const PROJECT_FORMS = 'entity/project, or the URL of the project'

/**
 * Parses the path of a project: `entity/project`, `project`, or the project's URL in the web app, with any page, query
 * or fragment. Percent-encoding is decoded in URLs only.
 *
 * @param path - The path; `undefined` and the empty string mean the defaults.
 * @param defaults - The entity and project to use if the path has none.
 * @returns The parts of the path, or `InvalidPath`.
 * @example
 * ```ts
 * import { parseProjectPath } from 'wandb-run-ops/loader'
 *
 * parseProjectPath('vision', { entity: 'team' }) // => { _tag: 'Right', right: { entity: 'team', project: 'vision' } }
 * ```
 * @category Paths
 * @since 0.1.0
 */
export const parseProjectPath = (
  path: string | undefined,
  defaults: PathDefaults = {},
): E.Either<LoadError, ProjectPath> => {
  const invalid = (detail: string) => E.left(invalidPath(path ?? '', PROJECT_FORMS, detail, defaults.redact))
  if (path !== undefined && typeof path !== 'string') return invalid('not a string')
  const { isUrl, segments, problem } = readSegments(path ?? '', defaults)
  if (problem !== undefined) return invalid(problem)
  const [first = '', second] = segments
  if (isUrl && second === undefined) return invalid('not the URL of a project')
  if (!isUrl && segments.length > 2) return invalid('too many segments')
  if (second !== undefined)
    return first === '' || second === '' ? invalid('empty segment') : E.right({ entity: first, project: second })
  const project = first || defaults.project
  return project ? E.right({ entity: defaults.entity || undefined, project }) : invalid('missing project')
}

/** What is in a project and has an id: the word in its path, and what it is called. */
interface Kind {
  readonly word: 'runs' | 'sweeps'
  readonly what: 'run' | 'sweep'
  readonly forms: string
}

const RUN: Kind = {
  word: 'runs',
  what: 'run',
  forms: 'entity/project/id, entity/project/runs/id, entity/project:id, or the URL of the run',
}

const SWEEP: Kind = {
  word: 'sweeps',
  what: 'sweep',
  forms: 'entity/project/id, entity/project/sweeps/id, or the URL of the sweep',
}

/** Splits the last segment of a short path at its colon: `project:id`. */
const splitAtColon = (segments: ReadonlyArray<string>): ReadonlyArray<string> => {
  const last = segments.at(-1) ?? ''
  const colon = last.indexOf(':')
  return segments.length > 2 || colon < 0
    ? segments
    : [...segments.slice(0, -1), last.slice(0, colon).trim(), last.slice(colon + 1).trim()]
}

const parseIdPath = (
  path: string,
  defaults: PathDefaults,
  { word, what, forms }: Kind,
): E.Either<LoadError, RunPath & SweepPath> => {
  const invalid = (detail: string) => E.left(invalidPath(path, forms, detail, defaults.redact))
  if (typeof path !== 'string') return invalid('not a string')
  const { isUrl, segments, problem } = readSegments(path, defaults)
  if (problem !== undefined) return invalid(problem)
  if (isUrl && segments[2] !== word) return invalid(`not the URL of a ${what}`)
  // The word comes before the id: `entity/project/runs/id`, or `project/runs/id`.
  const at = isUrl || segments.length === 4 ? 2 : 1
  const plain = segments.length > 2 && segments[at] === word ? segments.toSpliced(at, 1) : segments
  if (!isUrl && plain.length > 3) return invalid('too many segments')
  const parts = isUrl ? [...plain, ''].slice(0, 3) : splitAtColon(plain)
  const [id = '', project = defaults.project, entity = defaults.entity || undefined] = parts.toReversed()
  if (id === '') return invalid(`missing ${what} id`)
  if (project === undefined || project === '') return invalid('missing project')
  return entity === '' ? invalid('missing entity') : E.right({ entity, project, id })
}

/**
 * Parses the path of a run in any format that W&B uses: `entity/project/id`, `entity/project/runs/id`,
 * `/entity/project/id`, `entity/project:id`, `project/id`, `project:id`, `id`, or the run's URL in the web app, with any
 * tab, query or fragment. Spaces around segments are ignored. Percent-encoding is decoded in URLs only.
 *
 * @param path - The path.
 * @param defaults - The entity and project to use if the path has none.
 * @returns The parts of the path, or `InvalidPath`.
 * @example
 * ```ts
 * import { parseRunPath } from 'wandb-run-ops/loader'
 *
 * parseRunPath('https://wandb.ai/team/my%20vision/runs/a1b2c3d4/logs') // => { _tag: 'Right', right: { entity: 'team', project: 'my vision', id: 'a1b2c3d4' } }
 * ```
 * @category Paths
 * @since 0.1.0
 */
export const parseRunPath = (path: string, defaults: PathDefaults = {}): E.Either<LoadError, RunPath> =>
  parseIdPath(path, defaults, RUN)

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
export const parseSweepPath = (path: string, defaults: PathDefaults = {}): E.Either<LoadError, SweepPath> =>
  typeof path === 'string' && /[^/]\/+\s*runs\s*\//.test(path)
    ? E.left(invalidPath(path, SWEEP.forms, 'not a sweep', defaults.redact))
    : parseIdPath(path, defaults, SWEEP)
