import * as E from 'fp-ts/lib/Either.js'
import type { HeavyField } from '../../../types/RunHeavy.ts'
import type { RunWith } from '../../../types/RunWith.ts'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'
import type { RunsQuery } from '../../query.ts'
import type { RunsPage } from '../../run/RunsPage.ts'
import { listPages } from './listPages.ts'
import { openList } from './openList.ts'

/** Loads the pages of a query. */
export async function* pagesOf<F extends HeavyField, C, S>(
  client: Client,
  query: RunsQuery<F, C, S>,
): AsyncGenerator<E.Either<LoadError, RunsPage<RunWith<F, C, S>>>, void, undefined> {
  const list = await openList(client, query)
  if (E.isLeft(list)) return yield list
  const { after, signal, onProgress } = query
  yield* listPages<F, C, S>(client, list.right, { after, signal, onProgress })
}
