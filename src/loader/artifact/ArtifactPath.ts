import type { ProjectPath } from '../paths.ts'

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
