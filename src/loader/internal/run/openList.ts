import * as E from 'fp-ts/lib/Either.js'
import type { HeavyField } from '../../../types/RunHeavy.ts'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'
import type { RunsQuery } from '../../query.ts'
import { resolveProject } from '../paths/resolve.ts'
import { checkQuery } from './checkQuery.ts'
import type { RunsList } from './RunsList.ts'

/** Checks a query and resolves its project. */
export const openList = async <F extends HeavyField, C, S>(
  client: Client,
  query: RunsQuery<F, C, S>,
): Promise<E.Either<LoadError, RunsList>> => {
  const checked = await checkQuery(query)
  if (E.isLeft(checked)) return checked
  const path = await resolveProject(client, query.project, query.signal)
  return E.isLeft(path) ? path : E.right({ path: path.right, query: checked.right })
}
