import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import type { ExpressionResult } from '../../expression/run.ts'
import { loadHistories } from '../../loader/history/loadHistories.ts'
import { type HistoriesQuery, historiesShape } from '../../loader/history/query.ts'
import type { RunHistory } from '../../loader/history/RunHistory.ts'
import type { RunsQuery } from '../../loader/request/query.ts'
import { countRuns } from '../../loader/run/countRuns.ts'
import { type LoadedRuns, loadRuns } from '../../loader/run/loadRuns.ts'
import type { RunsPage } from '../../loader/run/RunsPage.ts'
import { runPages } from '../../loader/run/runPages.ts'
import type { LoadedRunTable } from '../../loader/table/LoadedRunTable.ts'
import { loadRunTable } from '../../loader/table/loadRunTable.ts'
import type { TableColumnNames, TableColumns } from '../../loader/table/TableColumns.ts'
import type { Run } from '../../types/run/Run.ts'
import type { DefaultField, HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import { type LoopOptions, lazyList, type WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import { looped, readQuery } from '../adapter/readQuery.ts'
import { settle, WandbError } from '../adapter/WandbError.ts'
import { runQuery } from './query.ts'

/**
 * A run with the heavy fields `F`; with those of a default load, {@link Run}.
 *
 * @typeParam F - The names of the loaded heavy fields.
 * @typeParam C - The type of `config`, if a codec decodes it.
 * @typeParam S - The type of `summary`, if a codec decodes it.
 * @category Door
 * @since 0.2.0
 */
export type LoadedRun<F extends HeavyField, C, S> = [DefaultField, F] extends [F, DefaultField]
  ? Run<C, S>
  : RunWith<F, C, S>

/**
 * The options of {@link Runs.histories}: those of `histories`, without what the runs decide.
 *
 * @category Door
 * @since 0.2.0
 */
export type RunsHistoriesOptions = Omit<HistoriesQuery, 'project' | 'filters' | 'order'> & LoopOptions

/**
 * The runs of a project that match a query. Await them for all, or loop over them:
 *
 * - `await runs` loads everything: the runs, how many there are, what could not be read, and whether that is all.
 * - `for await (const run of runs)` loads page by page; the next page is requested while this one is consumed, and leaving
 *   the loop aborts that. If some runs could not be read, or the list ended early, the loop throws at its end.
 *
 * @typeParam R - The type of the runs.
 * @category Door
 * @since 0.2.0
 */
export interface Runs<R> extends WandbList<LoadedRuns<R>, R> {
  /** The pages, each with its runs, failures and the cursor to continue after it. */
  pages(): AsyncIterable<RunsPage<R>>
  /** The number of runs that match, in one small request. */
  count(): Promise<number>
  /** The histories of the runs, sampled unless `complete` is set. */
  histories(options?: RunsHistoriesOptions): WandbList<Listed<RunHistory>, RunHistory>
  /** The runs as a table: of these columns, or of all light fields and every key of config and summary. */
  table<const T extends TableColumns = TableColumns>(columns?: T): Promise<LoadedRunTable<TableColumnNames<T>>>
  /** The value of a query-panel expression over the runs, such as `runs.summary["loss"].min`; loads only what it reads. */
  query(text: string): Promise<ExpressionResult>
}

async function* pagesOf<F extends HeavyField, C, S>(
  client: Client,
  query: RunsQuery<F, C, S>,
): AsyncGenerator<RunsPage<RunWith<F, C, S>>, void, undefined> {
  for await (const page of runPages(query)(client)) {
    if (E.isLeft(page)) throw new WandbError(page.left)
    yield page.right
  }
}

async function* listPagesOf<F extends HeavyField, C, S>(client: Client, query: RunsQuery<F, C, S>) {
  for await (const { runs, failures, skipped, totalCount, last } of pagesOf(client, query))
    yield { items: runs, failures, skipped, totalCount, complete: last }
}

/** Makes the value of `wandb.runs(…)`. */
export const makeRuns = <F extends HeavyField, C, S>(
  client: Client,
  read: () => RunsQuery<F, C, S> & LoopOptions,
): Runs<RunWith<F, C, S>> => {
  const readRuns = (): RunsQuery<F, C, S> => {
    const { onFailure, ...query } = read()
    return query
  }
  const list = lazyList({
    what: 'runs',
    read,
    load: ({ onFailure, ...query }) => settle(loadRuns<F, C, S>(query)(client)),
    pages: ({ onFailure, ...query }) => listPagesOf<F, C, S>(client, query),
  })
  return {
    ...list,
    async *pages() {
      yield* pagesOf(client, readRuns())
    },
    count: async () => {
      const { project, filters, signal } = readRuns()
      return settle(countRuns({ project, filters, signal })(client))
    },
    histories: (options) =>
      loadedList(
        client,
        loadHistories,
        () => {
          const { project, filters, order, limit, after, signal } = readRuns()
          const asked = readQuery(looped(historiesShape), { project }, options)
          return { limit, after, signal, ...asked, project, filters, order }
        },
        { what: 'histories', identity: ({ run }) => run.storageId },
      ),
    table: (async (columns?: TableColumns) => {
      const { project, filters, order, pageSize, limit, after, signal, onProgress } = readRuns()
      const asked = { project, columns, filters, order, pageSize, limit, after, signal, onProgress }
      return settle(loadRunTable(asked)(client))
    }) as Runs<never>['table'],
    query: async (text) => {
      const { project, filters, order, limit, signal, onProgress } = readRuns()
      return runQuery(client, { text, project, filters, order, limit, signal, onProgress })
    },
  }
}
