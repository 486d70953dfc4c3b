import * as E from 'fp-ts/lib/Either.js'
import { invalidPath } from '../internal/paths/invalidPath.ts'
import type { LoadError } from '../LoadError.ts'
import { type PathDefaults, type ProjectPath, parseRunPath } from '../paths.ts'

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
