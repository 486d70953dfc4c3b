import { InvalidQuery } from '../query/InvalidQuery.ts'
import { type Connection, type PageArguments, paginate } from '../query/paginate.ts'
import type { LogLine } from '../records/line.ts'
import type { List } from '../store/list.ts'
import type { RunRecord } from '../store/record.ts'
import type { Context } from './context.ts'
import { nodeId } from './ids.ts'

export interface LogArguments extends PageArguments {
  readonly useImprovedPagination?: boolean | null
}

type LineNode = LogLine & { readonly id: string; readonly label: string }

/** The maximum number of lines in a request for the tail. */
const TAIL = 10_000

const nodesOf = (run: RunRecord): List<LineNode> => ({
  length: run.logLines.length,
  at: (index) => {
    const line = run.logLines[index] as LogLine
    return { ...line, id: nodeId('LogLine', run.id, line.number), label: '' }
  },
})

/** Cuts a page to a number of bytes; like W&B, a cut page claims to be the last. */
function cut(page: Connection<LineNode>, bytes: number): Connection<LineNode> {
  let remaining = bytes
  const edges = page.edges.filter(({ node }, index) => {
    if (remaining > 0 || index === 0) remaining -= Buffer.byteLength(node.line)
    return remaining >= 0 || index === 0
  })
  if (edges.length === page.edges.length) return page
  const endCursor = edges.at(-1)?.cursor ?? null
  return { ...page, edges, pageInfo: { ...page.pageInfo, endCursor, hasNextPage: false } }
}

export function logLinesOf(run: RunRecord, args: LogArguments, { maxPageSize, logPageBytes }: Context) {
  if (run.logLines.length === 0) return null
  if (args.last != null && (args.first != null || args.after != null))
    throw new InvalidQuery('last cannot be combined with first or after')
  const maximum = Math.max(maxPageSize, TAIL)
  if (args.last != null) return paginate(nodesOf(run), args, maximum)
  // The old resolver ignores the paging arguments and returns the tail.
  if (args.useImprovedPagination !== true) return paginate(nodesOf(run), { last: TAIL }, maximum)
  return cut(paginate(nodesOf(run), args, maximum), logPageBytes)
}
