import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type DecodedPage, decodeNodes } from '../../client/graphql/decodeNodes.ts'
import { collectList } from '../../client/graphql/loadList.ts'
import { type PageSource, paginate } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { task, unwrap } from '../../client/task.ts'
import { makeRunTable } from '../../query/RunTable.ts'
import type { RunsList } from '../request/checkQuery.ts'
import { type RawRunsPage, runsRequester } from '../request/requestRuns.ts'
import { resolveRunsList } from '../run/paginateRuns.ts'
import { askedTable, type TableBuilder } from './askedTable.ts'
import type { LoadedRunTable } from './LoadedRunTable.ts'
import type { RunTableQuery } from './query.ts'
import { readColumns } from './readColumns.ts'
import { nodeReader } from './readNode.ts'
import { selectColumns, type TableSelection, tableDocument, tableVariables, wholeRuns } from './tableSelection.ts'
import { wholeTable } from './wholeTable.ts'

/** The pages of a list of runs, whose nodes become rows of a table. */
const rowsSource = (
  client: Client,
  { path, query }: RunsList,
  selection: TableSelection,
  builder: TableBuilder,
): PageSource<RawRunsPage, DecodedPage<undefined>> => {
  const read = nodeReader(selection)
  const seen = new Set<unknown>()
  return {
    request: runsRequester(
      client,
      { path, filters: query.filters, order: query.order },
      {
        document: (needs) => tableDocument(selection, { count: needs.isFirst, cursors: needs.needsCursors }),
        variables: tableVariables(selection),
        pageSizes: query.pageSizes,
      },
    ),
    decode: (raw, at) =>
      E.right(
        decodeNodes<undefined>(raw.nodes, at, {
          decode: (node, position) => {
            const values = read(node, raw.project, position)
            if (E.isLeft(values)) return values
            builder.add(values.right)
            return E.right(undefined)
          },
          seen,
        }),
      ),
  }
}

/** Loads a table page by page. */
export const readRunTable = <K extends string>(
  client: Client,
  { columns: given, ...options }: RunTableQuery,
): TaskEither<LoadError, LoadedRunTable<K>> =>
  task(async function* () {
    const columns = yield* unwrap(readColumns(given))
    const { after, limit, signal, onProgress } = options
    const list = yield* unwrap(resolveRunsList(client, { ...options, fields: [] }))
    const selection = columns === undefined ? wholeRuns : selectColumns(columns.flatMap(({ readings }) => readings))
    const builder = columns === undefined ? wholeTable() : askedTable(columns)
    const pages = paginate(client, rowsSource(client, list, selection, builder), {
      after,
      limit,
      signal,
      onPage: ({ accounted, totalCount = 0 }) =>
        onProgress?.({
          phase: 'runs',
          loaded: accounted,
          total: Math.max(accounted, Math.min(totalCount, list.query.limit)),
        }),
    })
    const { items, totalCount = 0, ...account } = yield* unwrap(collectList(pages, { after }, 'runs'))
    return { table: makeRunTable<K>(items.length, builder.build()), totalCount, ...account }
  })
