import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../../client/LoadError.ts'
import type { PathDefaults, ProjectPath } from './parse.ts'
import { invalidPath, readSegments, urlParameter } from './segments.ts'

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

const FORMS = 'entity/project/name:alias, or the URL of the artifact'

/** The artifact of a page of the registry, where the parameters name it: `selectionPath=entity/project/name&version=v3`. */
const registryPath = (path: string, segments: ReadonlyArray<string>): ArtifactPath | undefined => {
  const selection = segments.includes('registry') ? urlParameter(path, 'selectionPath') : undefined
  const [entity = '', project = '', ...rest] = selection?.split('/') ?? []
  const name = rest.join('/')
  return entity === '' || project === '' || name === ''
    ? undefined
    : { entity, project, name, alias: urlParameter(path, 'version') || undefined }
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
  const invalid = (detail: string) => E.left(invalidPath(path, FORMS, detail, defaults.redact))
  if (typeof path !== 'string') return invalid('not a string')
  const whole = readSegments(path, defaults)
  if (whole.problem !== undefined) return invalid(whole.problem)
  if (whole.isUrl) {
    const inRegistry = registryPath(path, whole.segments)
    if (inRegistry !== undefined) return E.right(inRegistry)
    const [entity = '', project = '', kind, , name = '', alias] = whole.segments
    return kind === 'artifacts' && name !== ''
      ? E.right({ entity, project, name, alias })
      : invalid('not the URL of an artifact')
  }
  const colon = path.indexOf(':')
  const place = colon < 0 ? path : path.slice(0, colon)
  const alias = colon < 0 ? undefined : path.slice(colon + 1).trim()
  const { segments } = readSegments(place)
  if (segments.length > 3) return invalid('too many segments before the colon')
  const [name = '', project = defaults.project ?? '', entity = defaults.entity || undefined] = segments.toReversed()
  if (name === '' || /\/\s*$/.test(place)) return invalid('missing artifact name')
  if (project === '') return invalid('missing project')
  if (entity === '') return invalid('missing entity')
  return alias === '' ? invalid('nothing after the colon') : E.right({ entity, project, name, alias })
}
