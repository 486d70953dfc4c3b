import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import { invalidPath } from '../../internal/paths/invalidPath.ts'
import { withEntity } from '../../internal/paths/resolve.ts'
import type { LoadError } from '../../LoadError.ts'
import { parseSweepPath, type SweepPath } from '../parseSweepPath.ts'
import type { SweepReference } from '../SweepReference.ts'

export type SweepPlace = SweepPath & { readonly entity: string }

/** A record has its own entity and project, so the client's defaults do not apply. */
const pathOfRecord = (sweep: Exclude<SweepReference, string> | null): E.Either<LoadError, SweepPlace> => {
  const { entity, project, id } = sweep ?? {}
  return [entity, project, id].every((part) => typeof part === 'string' && part !== '')
    ? E.right({ entity, project, id } as SweepPlace)
    : invalidPath(id, 'expected a sweep record with entity, project and id')
}

/** Resolves a path or a record to a sweep. */
export const resolveSweep = async (
  client: Client,
  sweep: SweepReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, SweepPlace>> => {
  if (typeof sweep === 'object') return pathOfRecord(sweep)
  const parsed = parseSweepPath(sweep, client)
  return E.isLeft(parsed) ? parsed : withEntity(client, parsed.right, signal)
}
