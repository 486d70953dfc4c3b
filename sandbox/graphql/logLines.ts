import { InvalidQuery } from '../query/invalid.ts'
import { type Connection, connect, type PageArguments } from '../query/page.ts'
import type { LogLine } from '../records/line.ts'
import type { List } from '../store/list.ts'
import type { RunRecord } from '../store/record.ts'
import type { Context } from './context.ts'
import { nodeId } from './ids.ts'

export interface LogArguments extends PageArguments {
  readonly useImprovedPagination?: boolean | null
}

type LineNode = LogLine & { readonly id: string; readonly label: string }

/** How many of the last lines a request can have. */
const TAIL = 10_000

const nodesOf = (run: RunRecord): List<LineNode> => ({
  length: run.logLines.length,
  at: (index) => {
    const line = run.logLines[index] as LogLine
    return { ...line, id: nodeId('LogLine', run.id, line.number), label: '' }
  },
})

/** The page that fits into so many bytes; one that had to be cut says that it is the last. */
function cut(page: Connection<LineNode>, bytes: number): Connection<LineNode> {
  let room = bytes
  const edges = page.edges.filter(({ node }, index) => {
    if (room > 0 || index === 0) room -= Buffer.byteLength(node.line)
    return room >= 0 || index === 0
  })
  if (edges.length === page.edges.length) return page
  const endCursor = edges.at(-1)?.cursor ?? null
  return { ...page, edges, pageInfo: { ...page.pageInfo, endCursor, hasNextPage: false } }
}

export function logLinesOf(run: RunRecord, args: LogArguments, { maxPageSize, logPageBytes }: Context) {
  if (run.logLines.length === 0) return null
  if (args.last != null && (args.first != null || args.after != null))
    throw new InvalidQuery('last cannot go with first or after')
  const maximum = Math.max(maxPageSize, TAIL)
  if (args.last != null) return connect(nodesOf(run), args, maximum)
  // The older resolver counts from the end, whatever was asked for.
  if (args.useImprovedPagination !== true) return connect(nodesOf(run), { last: TAIL }, maximum)
  return cut(connect(nodesOf(run), args, maximum), logPageBytes)
}
