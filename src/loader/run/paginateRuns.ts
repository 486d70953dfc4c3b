import type * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type Page, type PaginateOptions, paginate } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { task, unwrap } from '../../client/task.ts'
import type { HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import { resolveProject } from '../paths/resolve.ts'
import { checkQuery, type RunsList } from '../request/checkQuery.ts'
import type { RunsQuery } from '../request/query.ts'
import { runsRequester } from '../request/requestRuns.ts'
import { runsDocument, runVariables } from '../request/selection.ts'
import { type DecodedRuns, type DecodeOptions, pageDecoder } from './decodePage.ts'

/** Checks a query and resolves its project. */
export const resolveRunsList = <F extends HeavyField, C, S>(
  client: Client,
  query: RunsQuery<F, C, S>,
): TaskEither<LoadError, RunsList> =>
  task(async function* () {
    const checked = yield* unwrap(checkQuery(query))
    const path = yield* unwrap(resolveProject(client, query.project, query.signal))
    return { path, query: checked }
  })

export interface PaginateRunsOptions
  extends Omit<PaginateOptions, 'limit' | 'onPage'>,
    Omit<DecodeOptions, 'onLoaded'>,
    Pick<RunsQuery, 'onProgress'> {}

/** Loads the pages of a list of runs. */
export const paginateRuns = <F extends HeavyField, C, S>(
  client: Client,
  list: RunsList,
  { onProgress, seen, elsewhere, ...options }: PaginateRunsOptions,
): AsyncGenerator<E.Either<LoadError, Page<DecodedRuns<RunWith<F, C, S>>>>, void, undefined> => {
  const { path, query } = list
  const { fields, keys, filters, order, limit, pageSizes } = query
  const request = runsRequester(
    client,
    { path, filters, order },
    {
      document: (needs) => runsDocument(fields, keys, { count: needs.isFirst, cursors: needs.needsCursors }),
      variables: runVariables(fields, keys),
      pageSizes,
    },
  )
  const onLoaded: DecodeOptions['onLoaded'] = (phase, loaded) => onProgress?.({ phase, loaded, total: undefined })
  return paginate(
    client,
    { request, decode: pageDecoder<F, C, S>(client, list, { onLoaded, seen, elsewhere }) },
    {
      ...options,
      limit,
      onPage: ({ accounted, totalCount = 0 }) =>
        onProgress?.({ phase: 'runs', loaded: accounted, total: Math.max(accounted, Math.min(totalCount, limit)) }),
    },
  )
}
