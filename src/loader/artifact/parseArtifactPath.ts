import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../../client/LoadError.ts'
import { invalidPath, type PathDefaults, type ProjectPath, urlSegments } from '../paths/parse.ts'

/**
 * The path of an artifact or an artifact version. The entity is `undefined` if neither the path nor the defaults have one.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface ArtifactPath extends ProjectPath {
  /** The name of the artifact. */
  readonly name: string
  /** The alias or version, such as `latest` or `v3`; `undefined` if the path has none. */
  readonly alias: string | undefined
}

const FORMS = 'expected entity/project/name:alias, or the URL of the artifact'

const invalid = (path: unknown, reason: string): E.Either<LoadError, never> => invalidPath(path, `${reason}; ${FORMS}`)

const fromUrl = (text: string): E.Either<LoadError, ArtifactPath> => {
  const [entity = '', project = '', kind, , name = '', alias] = urlSegments(text) ?? []
  return kind === 'artifacts' && name !== ''
    ? E.right({ entity, project, name, alias })
    : invalid(text, 'not the URL of an artifact')
}

/**
 * Parses the path of an artifact or of an artifact version: `entity/project/name`, `project/name` or `name`, optionally
 * followed by `:` and an alias or a version, or the URL of its page in the web app.
 *
 * The name ends at the first `:`. The rest is the alias, which may contain more colons and slashes. Spaces around segments
 * are ignored. Percent-encoding is decoded in URLs only.
 *
 * @param path - The path.
 * @param defaults - The entity and project to use if the path has none.
 * @returns The parts of the path, or `InvalidPath`.
 * @example
 * ```ts
 * import { parseArtifactPath } from 'wandb-run-ops/loader'
 *
 * parseArtifactPath('vision/model:best/2:1', { entity: 'team' }) // => { _tag: 'Right', right: { entity: 'team', project: 'vision', name: 'model', alias: 'best/2:1' } }
 * ```
 * @category Paths
 * @since 0.1.0
 */
export const parseArtifactPath = (path: string, defaults: PathDefaults = {}): E.Either<LoadError, ArtifactPath> => {
  if (typeof path !== 'string') return invalid(path, 'not a string')
  const text = path.trim()
  if (/^https?:\/\//i.test(text)) return fromUrl(text)
  const colon = text.indexOf(':')
  const parts = (colon < 0 ? text : text.slice(0, colon))
    .replace(/^\/+/, '')
    .split('/')
    .map((part) => part.trim())
  const alias = colon < 0 ? undefined : text.slice(colon + 1).trim()
  if (parts.length > 3) return invalid(path, 'too many segments before the colon')
  const [name = '', project = defaults.project ?? '', entity = defaults.entity || undefined] = parts.reverse()
  if (name === '') return invalid(path, 'missing artifact name')
  if (project === '') return invalid(path, 'missing project')
  if (entity === '') return invalid(path, 'missing entity')
  if (alias === '') return invalid(path, 'nothing after the colon')
  return E.right({ entity, project, name, alias })
}
