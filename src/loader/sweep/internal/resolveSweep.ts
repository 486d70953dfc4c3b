import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import { invalidPath } from '../../internal/paths/invalidPath.ts'
import { withEntity } from '../../internal/paths/resolve.ts'
import type { LoadError } from '../../LoadError.ts'
import { parseSweepPath, type SweepPath } from '../parseSweepPath.ts'
import type { SweepReference } from '../SweepReference.ts'

export type SweepPlace = SweepPath & { readonly entity: string }

/** A record says where it stands; it takes nothing from the client's defaults. */
const placeOfRecord = (sweep: Exclude<SweepReference, string> | null): E.Either<LoadError, SweepPlace> => {
  const { entity, project, id } = sweep ?? {}
  return [entity, project, id].every((part) => typeof part === 'string' && part !== '')
    ? E.right({ entity, project, id } as SweepPlace)
    : invalidPath(id, 'the record needs its entity, project and id')
}

/** The sweep that a path or a record means. */
export const resolveSweep = async (
  client: Client,
  sweep: SweepReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, SweepPlace>> => {
  if (typeof sweep === 'object') return placeOfRecord(sweep)
  const parsed = parseSweepPath(sweep, client)
  return E.isLeft(parsed) ? parsed : withEntity(client, parsed.right, signal)
}
