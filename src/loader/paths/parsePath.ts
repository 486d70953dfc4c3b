import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../../client/LoadError.ts'
import {
  invalidPath,
  isUrl,
  type PathDefaults,
  type ProjectPath,
  parseProjectPath,
  parseRunPath,
  type RunPath,
  urlSegments,
} from './parse.ts'

/** Restores the base64 padding of a report's id, which URLs omit. */
export const padReportId = (text: string): string => {
  const bare = text.replace(/=+$/, '')
  return bare.padEnd(Math.ceil(bare.length / 4) * 4, '=')
}

/**
 * The path of a report. The entity is `undefined` if neither the path nor the defaults have one.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface ReportPath extends ProjectPath {
  /** The id of the report. */
  readonly id: string
  /** The title from the path, with dashes replaced by spaces; `undefined` if the path has the id alone. */
  readonly title: string | undefined
}

/**
 * The target of a path, discriminated by `_tag`.
 *
 * @category Paths
 * @since 0.1.0
 */
export type PathTarget =
  | ({ readonly _tag: 'Project' } & ProjectPath)
  | ({ readonly _tag: 'Run' } & RunPath)
  | ({ readonly _tag: 'Sweep' } & RunPath)
  | ({ readonly _tag: 'Report' } & ReportPath)

const FORMS =
  'expected entity/project, entity/project/runs/id, entity/project/sweeps/id, entity/project/reports/title--id, or a URL of the web app'

type Kind = 'Run' | 'Sweep' | 'Report'

const kinds: ReadonlyMap<string | undefined, Kind> = new Map([
  ['run', 'Run'],
  ['runs', 'Run'],
  ['sweep', 'Sweep'],
  ['sweeps', 'Sweep'],
  ['report', 'Report'],
  ['reports', 'Report'],
])

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The title may contain a double dash; the id cannot. */
const reportTarget = (project: ProjectPath, page: string, path: string): E.Either<LoadError, PathTarget> => {
  const at = page.lastIndexOf('--')
  const id = at < 0 ? page : page.slice(at + 2)
  if (id === '' || id.includes('-')) return invalidPath(path, 'expected title--id for a report')
  const title = at > 0 ? unescaped(page.slice(0, at).replaceAll('-', ' ')) : undefined
  return E.right({ _tag: 'Report', ...project, id: padReportId(id), title })
}

const targetOf = (
  kind: Kind,
  project: { readonly entity: string | undefined; readonly project: string },
  id: string,
  path: string,
): E.Either<LoadError, PathTarget> =>
  kind === 'Report' ? reportTarget(project, id, path) : E.right({ _tag: kind, ...project, id })

const projectTarget = (path: string, defaults: PathDefaults): E.Either<LoadError, PathTarget> =>
  E.map((project: ProjectPath): PathTarget => ({ _tag: 'Project', ...project }))(parseProjectPath(path, defaults))

const urlTarget = (url: string): E.Either<LoadError, PathTarget> => {
  const [entity, project, word, id] = urlSegments(url) ?? []
  if (entity === undefined || project === undefined) return invalidPath(url, `missing project; ${FORMS}`)
  // Any other page of a project, such as its list of runs, is the project.
  if (id === undefined) return E.right({ _tag: 'Project', entity, project })
  const kind = kinds.get(word)
  return kind === undefined
    ? invalidPath(url, `not the URL of a run, sweep or report; ${FORMS}`)
    : targetOf(kind, { entity, project }, id, url)
}

/**
 * Parses a path or a URL of the web app into a project, run, sweep or report. It sends no request, so the target need
 * not exist.
 *
 * One segment is a project, two are `entity/project`, three are `entity/project/id` of a run or, with the default entity,
 * `project/runs/id`, and four are `entity/project/runs/id`; `sweeps` and `reports` work like `runs`, and `project:id` is
 * a run. Percent-encoding is decoded in URLs and titles only.
 *
 * @param path - The path.
 * @param defaults - The entity to use if the path has none.
 * @returns The target, or `InvalidPath`.
 * @example
 * ```ts
 * import { parsePath } from 'wandb-run-ops/loader'
 *
 * parsePath('team/vision/sweeps/s1w2e3p4') // => { _tag: 'Right', right: { _tag: 'Sweep', entity: 'team', project: 'vision', id: 's1w2e3p4' } }
 * ```
 * @category Paths
 * @since 0.1.0
 */
export const parsePath = (path: string, defaults: PathDefaults = {}): E.Either<LoadError, PathTarget> => {
  if (typeof path !== 'string') return invalidPath(path, `not a string; ${FORMS}`)
  const text = path.trim().replace(/^[\s/]+|[\s/]+$/g, '')
  if (isUrl(text)) return urlTarget(text)
  const parts = text.split('/').map((part) => part.trim())
  const [first = '', second = '', third = '', fourth = ''] = parts
  if (parts.length > 4 || parts.includes('')) return invalidPath(path, FORMS)
  const entity = defaults.entity || undefined
  const middle = kinds.get(second)
  if (parts.length === 4) {
    const kind = kinds.get(third)
    return kind === undefined
      ? invalidPath(path, `the third segment must be runs, sweeps or reports; ${FORMS}`)
      : targetOf(kind, { entity: first, project: second }, fourth, path)
  }
  if (parts.length === 3)
    return middle === undefined
      ? E.right({ _tag: 'Run', entity: first, project: second, id: third })
      : targetOf(middle, { entity, project: first }, third, path)
  return (parts.at(-1) ?? '').includes(':')
    ? E.map((run: RunPath): PathTarget => ({ _tag: 'Run', ...run }))(parseRunPath(text, { entity }))
    : projectTarget(text, { entity })
}
