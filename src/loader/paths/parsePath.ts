import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../../client/LoadError.ts'
import { type PathDefaults, type ProjectPath, parseProjectPath, parseRunPath, type RunPath } from './parse.ts'
import { invalidPath, readSegments } from './segments.ts'

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
  'entity/project, entity/project/runs/id, entity/project/sweeps/id, entity/project/reports/title--id, or a URL of the web app'

const REPORT_FORMS = 'entity/project/reports/title--id, the id, or the URL of the report'

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

/** A path as it was given, for errors. */
interface GivenPath {
  readonly path: string
  readonly redact: PathDefaults['redact']
}

/** The title may contain a double dash; the id cannot. */
const reportTarget = (
  project: ProjectPath,
  page: string,
  { path, redact }: GivenPath,
): E.Either<LoadError, PathTarget> => {
  const at = page.lastIndexOf('--')
  const id = at < 0 ? page : page.slice(at + 2)
  if (id === '' || id.includes('-')) return E.left(invalidPath(path, REPORT_FORMS, undefined, redact))
  const title = at > 0 ? unescaped(page.slice(0, at).replaceAll('-', ' ')) : undefined
  return E.right({ _tag: 'Report', ...project, id: padReportId(id), title })
}

const targetOf = (kind: Kind, project: ProjectPath, id: string, path: GivenPath): E.Either<LoadError, PathTarget> =>
  kind === 'Report' ? reportTarget(project, id, path) : E.right({ _tag: kind, ...project, id })

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
  const { redact } = defaults
  const given = { path, redact }
  const invalid = (detail?: string) => E.left(invalidPath(path, FORMS, detail, redact))
  if (typeof path !== 'string') return invalid('not a string')
  const { isUrl, segments, problem } = readSegments(path, defaults)
  if (problem !== undefined) return invalid(problem)
  const [first = '', second = '', third = '', fourth = ''] = segments
  const entity = defaults.entity || undefined
  if (isUrl) {
    if (second === '') return invalid('missing project')
    // Any other page of a project, such as its list of runs, is the project.
    if (fourth === '') return E.right({ _tag: 'Project', entity: first, project: second })
    const kind = kinds.get(third)
    return kind === undefined
      ? invalid('not the URL of a run, sweep or report')
      : targetOf(kind, { entity: first, project: second }, fourth, given)
  }
  if (segments.length > 4 || segments.includes('')) return invalid()
  if (segments.length === 4) {
    const kind = kinds.get(third)
    return kind === undefined
      ? invalid('the third segment must be runs, sweeps or reports')
      : targetOf(kind, { entity: first, project: second }, fourth, given)
  }
  if (segments.length === 3) {
    const kind = kinds.get(second)
    return kind === undefined
      ? E.right({ _tag: 'Run', entity: first, project: second, id: third })
      : targetOf(kind, { entity, project: first }, third, given)
  }
  return segments.at(-1)?.includes(':')
    ? E.map((run: RunPath): PathTarget => ({ _tag: 'Run', ...run }))(
        parseRunPath(path, { ...defaults, project: undefined }),
      )
    : E.map((project: ProjectPath): PathTarget => ({ _tag: 'Project', ...project }))(
        parseProjectPath(path, { ...defaults, project: undefined }),
      )
}

/** Reads the id of a report from its URL, its path, the id alone, or its record. */
export const parseReportId = (
  report: string | { readonly id: string },
  server: PathDefaults = {},
): E.Either<LoadError, string> => {
  const text = typeof report === 'string' ? report : report?.id
  const invalid = (detail?: string) => E.left(invalidPath(text, REPORT_FORMS, detail, server.redact))
  if (typeof text !== 'string' || text.trim() === '') return invalid()
  if (!text.includes('/')) return E.right(padReportId(text.trim()))
  return E.chain((target: PathTarget) => (target._tag === 'Report' ? E.right(target.id) : invalid('not a report')))(
    parsePath(text, server),
  )
}
