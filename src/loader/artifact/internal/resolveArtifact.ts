import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import { withEntity } from '../../internal/paths/resolve.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { parseArtifactPath } from '../parseArtifactPath.ts'
import type { ArtifactReference } from '../reference.ts'

/** The complete path of an artifact. */
export interface ArtifactPlace {
  readonly entity: string
  readonly project: string
  readonly name: string
}

const invalid = (path: unknown, reason: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'InvalidPath', path: String(path).slice(0, 200), reason }))

/** Resolves a path or a record to an artifact. */
export const resolveArtifact = async (
  client: Client,
  artifact: ArtifactReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ArtifactPlace>> => {
  if (typeof artifact === 'object') {
    const { entity, project, name } = artifact ?? {}
    return [entity, project, name].every((part) => typeof part === 'string' && part !== '')
      ? E.right({ entity, project, name } as ArtifactPlace)
      : invalid(name, 'expected an artifact record with entity, project and name')
  }
  const parsed = parseArtifactPath(artifact, client)
  if (E.isLeft(parsed)) return parsed
  const { alias, ...path } = parsed.right
  if (alias !== undefined)
    return invalid(artifact, 'expected an artifact without a version: remove the colon and what follows')
  return withEntity(client, path, signal)
}
