import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../client/LoadError.ts'

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

export const isUrl = (text: string): boolean => /^https?:\/\//i.test(text)

/** The percent-decoded segments of a URL's path; `undefined` for an invalidPath URL. */
export const urlSegments = (text: string): ReadonlyArray<string> | undefined => {
  try {
    return new URL(text).pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decoded)
  } catch {
    return undefined
  }
}

/** Omits the user and password of a URL, which may be an API key. */
const shown = (path: string): string => {
  const text = path.replace(/^(\s*[a-z]+:\/\/)[^/?#]*@/i, '$1')
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** An `InvalidPath` error. */
export const invalidPath = (path: unknown, reason: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'InvalidPath', path: shown(String(path)), reason }))

/**
 * The defaults for the parts that a path leaves out.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface PathDefaults {
  /** The entity. */
  readonly entity?: string | undefined
  /** The project. */
  readonly project?: string | undefined
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

const trimmed = (text: string): string => text.replace(/^[\s/]+|[\s/]+$/g, '')

const RUN_FORMS = 'expected entity/project/id, entity/project/runs/id, entity/project:id, or the URL of the run'
const PROJECT_FORMS = 'expected entity/project, or the URL of the project'

const runOf = (
  path: string,
  parts: {
    readonly entity?: string | undefined
    readonly project?: string | undefined
    readonly id?: string | undefined
  },
  defaults: PathDefaults,
): E.Either<LoadError, RunPath> => {
  const entity = parts.entity?.trim() ?? (defaults.entity || undefined)
  const project = parts.project?.trim() ?? defaults.project
  const id = parts.id?.trim()
  if (id === undefined || id === '') return invalidPath(path, `missing run id; ${RUN_FORMS}`)
  if (project === undefined || project === '') return invalidPath(path, `missing project; ${RUN_FORMS}`)
  if (entity === '') return invalidPath(path, `missing entity; ${RUN_FORMS}`)
  return E.right({ entity, project, id })
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
export const parseRunPath = (path: string, defaults: PathDefaults = {}): E.Either<LoadError, RunPath> => {
  if (typeof path !== 'string') return invalidPath(path, `not a string; ${RUN_FORMS}`)
  const text = path.trim()
  if (isUrl(text)) {
    const [entity, project, kind, id] = urlSegments(text) ?? []
    return kind === 'runs'
      ? runOf(path, { entity, project, id }, defaults)
      : invalidPath(path, `not the URL of a run; ${RUN_FORMS}`)
  }
  const parts = trimmed(text.replaceAll('/runs/', '/')).split('/')
  const [first = '', second, third] = parts
  if (parts.length > 3) return invalidPath(path, `too many segments; ${RUN_FORMS}`)
  if (third !== undefined) return runOf(path, { entity: first, project: second, id: third }, defaults)
  const last = second ?? first
  const colon = last.indexOf(':')
  if (colon >= 0) {
    const entity = second === undefined ? {} : { entity: first }
    return runOf(path, { ...entity, project: last.slice(0, colon), id: last.slice(colon + 1) }, defaults)
  }
  return second === undefined
    ? runOf(path, { id: first }, defaults)
    : runOf(path, { project: first, id: second }, defaults)
}

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
  if (path !== undefined && typeof path !== 'string') return invalidPath(path, `not a string; ${PROJECT_FORMS}`)
  const text = path?.trim() ?? ''
  const url = isUrl(text)
  const segments = url ? (urlSegments(text) ?? []).slice(0, 2) : trimmed(text).split('/')
  const parts = segments.map((part) => part.trim())
  const [first = '', second] = parts
  if (parts.length > 2) return invalidPath(text, `too many segments; ${PROJECT_FORMS}`)
  if (url && second === undefined) return invalidPath(text, `not the URL of a project; ${PROJECT_FORMS}`)
  if (second !== undefined)
    return first === '' || second === ''
      ? invalidPath(text, `empty segment; ${PROJECT_FORMS}`)
      : E.right({ entity: first, project: second })
  const project = first === '' ? defaults.project : first
  return project === undefined || project === ''
    ? invalidPath(text, `missing project; ${PROJECT_FORMS}`)
    : E.right({ entity: defaults.entity || undefined, project })
}
