import * as E from 'fp-ts/lib/Either.js'
import { invalidPath } from './internal/paths/invalidPath.ts'
import { reportIdOf } from './internal/paths/reportId.ts'
import { isUrl, urlSegments } from './internal/paths/urlSegments.ts'
import type { LoadError } from './LoadError.ts'
import { type PathDefaults, type ProjectPath, parseProjectPath, parseRunPath, type RunPath } from './paths.ts'

/**
 * A report by its id. The entity is `undefined` where neither the path nor the defaults name one.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface ReportPath extends ProjectPath {
  /** The server's id of the report. */
  readonly id: string
  /** The title as the path spells it, with spaces for dashes; `undefined` where the path has the id alone. */
  readonly title: string | undefined
}

/**
 * What a path names, told apart by `_tag`.
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
  'write entity/project, entity/project/runs/id, entity/project/sweeps/id, entity/project/reports/title--id, or a URL of the web app'

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

/** A title may have two dashes itself; the id has none. */
const reportOf = (place: ProjectPath, page: string, path: string): E.Either<LoadError, PathTarget> => {
  const at = page.lastIndexOf('--')
  const id = at < 0 ? page : page.slice(at + 2)
  if (id === '' || id.includes('-')) return invalidPath(path, 'a report is written as title--id')
  const title = at > 0 ? unescaped(page.slice(0, at).replaceAll('-', ' ')) : undefined
  return E.right({ _tag: 'Report', ...place, id: reportIdOf(id), title })
}

const thingOf = (
  kind: Kind,
  place: { readonly entity: string | undefined; readonly project: string },
  id: string,
  path: string,
): E.Either<LoadError, PathTarget> =>
  kind === 'Report' ? reportOf(place, id, path) : E.right({ _tag: kind, ...place, id })

const projectOf = (path: string, defaults: PathDefaults): E.Either<LoadError, PathTarget> =>
  E.map((place: ProjectPath): PathTarget => ({ _tag: 'Project', ...place }))(parseProjectPath(path, defaults))

const ofUrl = (url: string): E.Either<LoadError, PathTarget> => {
  const [entity, project, word, id] = urlSegments(url) ?? []
  if (entity === undefined || project === undefined) return invalidPath(url, `it names no project: ${FORMS}`)
  // The pages of a project, lists among them, are about the project.
  if (id === undefined) return E.right({ _tag: 'Project', entity, project })
  const kind = kinds.get(word)
  return kind === undefined
    ? invalidPath(url, `it is no run, sweep or report: ${FORMS}`)
    : thingOf(kind, { entity, project }, id, url)
}

/**
 * Says what a path or a URL of the web app names: a project, a run, a sweep or a report, with its parts. Nothing is
 * requested, so it says nothing of whether that exists.
 *
 * One part is a project, two are `entity/project`, three `entity/project/id` of a run, or `project/runs/id` and the like
 * with the default entity, and four `entity/project/runs/id`; a colon before the last part is that of `project:id`.
 * Percent-encoding is decoded in URLs and titles only.
 *
 * @param path - The path.
 * @param defaults - What stands in for an entity that the path leaves out.
 * @example
 * ```ts
 * import { fromPath } from 'wandb-run-ops/loader'
 *
 * fromPath('team/vision/sweeps/s1w2e3p4') // => { _tag: 'Right', right: { _tag: 'Sweep', entity: 'team', project: 'vision', id: 's1w2e3p4' } }
 * ```
 * @category Paths
 * @since 0.1.0
 */
export const fromPath = (path: string, defaults: PathDefaults = {}): E.Either<LoadError, PathTarget> => {
  if (typeof path !== 'string') return invalidPath(path, `it is no text: ${FORMS}`)
  const text = path.trim().replace(/^[\s/]+|[\s/]+$/g, '')
  if (isUrl(text)) return ofUrl(text)
  const parts = text.split('/').map((part) => part.trim())
  const [first = '', second = '', third = '', fourth = ''] = parts
  if (parts.length > 4 || parts.includes('')) return invalidPath(path, `it is no path: ${FORMS}`)
  const entity = defaults.entity || undefined
  const middle = kinds.get(second)
  if (parts.length === 4) {
    const kind = kinds.get(third)
    return kind === undefined
      ? invalidPath(path, `its third part is none of runs, sweeps and reports: ${FORMS}`)
      : thingOf(kind, { entity: first, project: second }, fourth, path)
  }
  if (parts.length === 3)
    return middle === undefined
      ? E.right({ _tag: 'Run', entity: first, project: second, id: third })
      : thingOf(middle, { entity, project: first }, third, path)
  return (parts.at(-1) ?? '').includes(':')
    ? E.map((run: RunPath): PathTarget => ({ _tag: 'Run', ...run }))(parseRunPath(text, { entity }))
    : projectOf(text, { entity })
}
