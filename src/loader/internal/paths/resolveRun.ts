import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { parseRunPath, type RunPath } from '../../paths.ts'
import type { RunReference } from '../../RunReference.ts'
import { withEntity } from './resolve.ts'

/** A record has its own entity and project, so the client's defaults do not apply. */
const pathOfRecord = (run: Exclude<RunReference, string> | null): E.Either<LoadError, RunPath> => {
  const { entity, project, id } = run ?? {}
  return [entity, project, id].every((part) => typeof part === 'string' && part !== '')
    ? E.right({ entity, project, id } as RunPath)
    : E.left(
        loadError({
          _tag: 'InvalidPath',
          path: String(id),
          reason: 'expected a run record with entity, project and id',
        }),
      )
}

/** Resolves a path or a record to a run. */
export const resolveRun = async (
  client: Client,
  run: RunReference,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, RunPath & { readonly entity: string }>> => {
  const parsed = typeof run === 'object' ? pathOfRecord(run) : parseRunPath(run, client)
  return E.isLeft(parsed) ? parsed : withEntity(client, parsed.right, signal)
}
