import * as E from 'fp-ts/lib/Either.js'
import { invalidPath as invalid } from './internal/paths/invalidPath.ts'
import { isUrl, urlSegments } from './internal/paths/urlSegments.ts'
import type { LoadError } from './LoadError.ts'

/**
 * What stands in for the parts that a path leaves out.
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
 * A project by name. The entity is `undefined` where neither the path nor the defaults name one.
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
 * A run by its id. The entity is `undefined` where neither the path nor the defaults name one.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface RunPath extends ProjectPath {
  /** The run's short id. */
  readonly id: string
}

const trimmed = (text: string): string => text.replace(/^[\s/]+|[\s/]+$/g, '')

const RUN_FORMS = 'write entity/project/id, entity/project/runs/id, entity/project:id, or the URL of the run'
const PROJECT_FORMS = 'write entity/project, or the URL of the project'

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
  if (id === undefined || id === '') return invalid(path, `it names no run: ${RUN_FORMS}`)
  if (project === undefined || project === '') return invalid(path, `it names no project: ${RUN_FORMS}`)
  if (entity === '') return invalid(path, `it names no entity: ${RUN_FORMS}`)
  return E.right({ entity, project, id })
}

/**
 * Reads a run's path in any of the spellings that W&B uses: `entity/project/id`, `entity/project/runs/id`,
 * `/entity/project/id`, `entity/project:id`, `project/id`, `project:id`, `id`, or the run's URL in the web app, with
 * whatever tab, query or fragment follows. Spaces around parts do not matter. Percent-encoding is decoded in URLs only.
 *
 * @param path - The path.
 * @param defaults - What stands in for an entity or a project that the path leaves out.
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
  if (typeof path !== 'string') return invalid(path, `it is no text: ${RUN_FORMS}`)
  const text = path.trim()
  if (isUrl(text)) {
    const [entity, project, kind, id] = urlSegments(text) ?? []
    return kind === 'runs'
      ? runOf(path, { entity, project, id }, defaults)
      : invalid(path, 'it is not the URL of a run: those look like https://wandb.ai/entity/project/runs/id')
  }
  const parts = trimmed(text.replaceAll('/runs/', '/')).split('/')
  const [first = '', second, third] = parts
  if (parts.length > 3) return invalid(path, `it has too many parts: ${RUN_FORMS}`)
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
 * Reads a project's path: `entity/project`, `project`, or the project's URL in the web app, with whatever page, query
 * or fragment follows. Percent-encoding is decoded in URLs only.
 *
 * @param path - The path; nothing, or the empty text, means the defaults.
 * @param defaults - What stands in for an entity or a project that the path leaves out.
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
  if (path !== undefined && typeof path !== 'string') return invalid(path, `it is no text: ${PROJECT_FORMS}`)
  const text = path?.trim() ?? ''
  const url = isUrl(text)
  const segments = url ? (urlSegments(text) ?? []).slice(0, 2) : trimmed(text).split('/')
  const parts = segments.map((part) => part.trim())
  const [first = '', second] = parts
  if (parts.length > 2) return invalid(text, `it has too many parts: ${PROJECT_FORMS}`)
  if (url && second === undefined) return invalid(text, `it is not the URL of a project: ${PROJECT_FORMS}`)
  if (second !== undefined)
    return first === '' || second === ''
      ? invalid(text, `a part is empty: ${PROJECT_FORMS}`)
      : E.right({ entity: first, project: second })
  const project = first === '' ? defaults.project : first
  return project === undefined || project === ''
    ? invalid(text, `it names no project: ${PROJECT_FORMS}`)
    : E.right({ entity: defaults.entity || undefined, project })
}
