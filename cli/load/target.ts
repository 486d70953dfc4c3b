import * as E from 'fp-ts/lib/Either.js'
import { parseArtifactPath, parsePath, parseProjectPath } from '../../src/loader/index.ts'
import { loadFailed } from '../output/ExitError.ts'
import { resolveRunPath } from './resolveRunPath.ts'
import type { Source } from './source.ts'

/** What a path on the command line may name. A path that several kinds share has more than one. */
export interface Target {
  readonly kinds: ReadonlyArray<'Artifact' | 'ArtifactVersion' | 'Project' | 'Report' | 'Run' | 'Sweep'>
  /** The path, with the project of `--project` if it had none. */
  readonly path: string
}

const URL_START = /^https?:\/\//i

const ARTIFACT_URL = /^[^?#]*\/(artifacts\/|registry\/[^#]*[?&]selectionPath=)/i

/** The project of `--project` as a path that other paths may follow. */
const projectPrefix = ({ client, project }: Source): string => {
  if (project === undefined) return ''
  const path = parseProjectPath(project, { ...client, project: undefined })
  if (E.isLeft(path)) throw loadFailed(path.left)
  const { entity, project: name } = path.right
  return `${entity === undefined ? '' : `${entity}/`}${name}/`
}

const artifactTarget = (source: Source, path: string): Target => {
  const parsed = parseArtifactPath(path, source.client)
  if (E.isLeft(parsed)) throw loadFailed(parsed.left)
  return { kinds: [parsed.right.alias === undefined ? 'Artifact' : 'ArtifactVersion'], path }
}

/**
 * Reads a path on the command line: a URL; `entity/project`; `entity/project/id` of a run, which may also be a sweep or an
 * artifact; `entity/project/sweeps/id`; `entity/project/name:alias`. With `--project`, an id or a name is enough.
 */
export const readTarget = (source: Source, text: string): Target => {
  const path = text.trim()
  const slashes = path.split('/').length - 1
  if (URL_START.test(path)) {
    if (ARTIFACT_URL.test(path)) return artifactTarget(source, path)
  } else {
    const hasProject = source.project !== undefined
    if (path.includes(':') && (slashes === 2 || (slashes === 0 && hasProject)))
      return artifactTarget(source, slashes === 0 ? `${projectPrefix(source)}${path}` : path)
    if (slashes === 0 && hasProject) return { kinds: ['Run', 'Sweep', 'Artifact'], path: resolveRunPath(source, path) }
    const [kind] = path.split('/')
    if (slashes === 1 && hasProject && /^(runs?|sweeps?|reports?)$/.test(kind ?? ''))
      return readTarget({ ...source, project: undefined }, `${projectPrefix(source)}${path}`)
  }
  const parsed = parsePath(path, { ...source.client, project: undefined })
  if (E.isLeft(parsed)) throw loadFailed(parsed.left)
  const { _tag: kind } = parsed.right
  const isBare = kind === 'Run' && slashes === 2 && !path.includes('/runs/')
  return { kinds: isBare ? ['Run', 'Sweep', 'Artifact'] : [kind], path }
}
