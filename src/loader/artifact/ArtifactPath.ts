import type { ProjectPath } from '../paths.ts'

/**
 * An artifact, or one of its versions, by name. The entity is `undefined` where neither the path nor the defaults name
 * one.
 *
 * @category Paths
 * @since 0.1.0
 */
export interface ArtifactPath extends ProjectPath {
  /** The name of the artifact. */
  readonly name: string
  /** The alias or the version, such as `latest` or `v3`; `undefined` where the path names none. */
  readonly alias: string | undefined
}
