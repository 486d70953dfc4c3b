import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import { withEntity } from '../../internal/paths/resolve.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { parseArtifactPath } from '../parseArtifactPath.ts'
import type { ArtifactReference } from '../reference.ts'

/** Where an artifact is. */
export interface ArtifactPlace {
  readonly entity: string
  readonly project: string
  readonly name: string
}

const invalid = (path: unknown, reason: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'InvalidPath', path: String(path).slice(0, 200), reason }))

/** The artifact that a path or a record means. */
export const resolveArtifact = async (
  client: Client,
  artifact: ArtifactReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ArtifactPlace>> => {
  if (typeof artifact === 'object') {
    const { entity, project, name } = artifact ?? {}
    return [entity, project, name].every((part) => typeof part === 'string' && part !== '')
      ? E.right({ entity, project, name } as ArtifactPlace)
      : invalid(name, 'the record needs its entity, project and name')
  }
  const parsed = parseArtifactPath(artifact, client)
  if (E.isLeft(parsed)) return parsed
  const { alias, ...path } = parsed.right
  if (alias !== undefined) return invalid(artifact, 'it names a version: leave out what stands behind the colon')
  return withEntity(client, path, signal)
}
