import * as E from 'fp-ts/lib/Either.js'
import { invalidPath } from '../internal/paths/invalidPath.ts'
import { urlSegments } from '../internal/paths/urlSegments.ts'
import type { LoadError } from '../LoadError.ts'
import type { PathDefaults } from '../paths.ts'
import type { ArtifactPath } from './ArtifactPath.ts'

const FORMS = 'write entity/project/name:alias, or the URL of the artifact'

const invalid = (path: unknown, reason: string): E.Either<LoadError, never> => invalidPath(path, `${reason}: ${FORMS}`)

const fromUrl = (text: string): E.Either<LoadError, ArtifactPath> => {
  const [entity = '', project = '', kind, , name = '', alias] = urlSegments(text) ?? []
  return kind === 'artifacts' && name !== ''
    ? E.right({ entity, project, name, alias })
    : invalid(text, 'it is not the URL of an artifact')
}

/**
 * Reads the path of an artifact or of a version: `entity/project/name`, `project/name` or `name`, each with or without an
 * alias or a version behind a `:`, or the URL of the page in the web app.
 *
 * The name ends at the first `:`; what follows is the alias, which may hold more of them and slashes. Spaces around parts
 * do not matter. Percent-encoding is decoded in URLs only.
 *
 * @param path - The path.
 * @param defaults - What stands in for an entity or a project that the path leaves out.
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
  if (typeof path !== 'string') return invalid(path, 'it is no text')
  const text = path.trim()
  if (/^https?:\/\//i.test(text)) return fromUrl(text)
  const colon = text.indexOf(':')
  const parts = (colon < 0 ? text : text.slice(0, colon))
    .replace(/^\/+/, '')
    .split('/')
    .map((part) => part.trim())
  const alias = colon < 0 ? undefined : text.slice(colon + 1).trim()
  if (parts.length > 3) return invalid(path, 'it has too many parts before the colon')
  const [name = '', project = defaults.project ?? '', entity = defaults.entity || undefined] = parts.reverse()
  if (name === '') return invalid(path, 'it names no artifact')
  if (project === '') return invalid(path, 'it names no project')
  if (entity === '') return invalid(path, 'it names no entity')
  if (alias === '') return invalid(path, 'it has nothing behind the colon')
  return E.right({ entity, project, name, alias })
}
