import * as E from 'fp-ts/lib/Either.js'
import { ConsoleLine } from '../../../types/ConsoleLine.ts'
import { isObject } from '../../../types/codec/isObject.ts'
import type { DecodeFailure } from '../../../types/DecodeFailure.ts'
import { decodeNode } from '../../../types/decodeNode.ts'
import type { Client } from '../../Client.ts'
import { request } from '../../internal/http/request.ts'
import { connectionPage } from '../../internal/paging/connection.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { Listed, ListQuery } from '../../list.ts'
import { consoleTailDocument } from './documents.ts'
import { runOf } from './runOf.ts'

/** Loads the last lines of the console logs in one request. The server limits their number. */
export const loadTail = async (
  client: Client,
  path: { readonly entity: string; readonly project: string; readonly id: string },
  last: number,
  { signal, onProgress }: Pick<ListQuery, 'signal' | 'onProgress'>,
): Promise<E.Either<LoadError, Listed<ConsoleLine>>> => {
  const make = () => ({
    operationName: 'RunConsoleLogTail',
    query: consoleTailDocument,
    variables: { ...path, last },
  })
  const data = await request(client, make, { signal })
  if (E.isLeft(data)) return data
  const run = runOf(client, path, data.right)
  if (E.isLeft(run)) return run
  const page = connectionPage(run.right['logLines'])
  if (page === undefined)
    return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'no list in the response to RunConsoleLogTail' }))
  const decode = decodeNode(ConsoleLine)
  const items: Array<ConsoleLine> = []
  const failures: Array<DecodeFailure> = []
  let skipped = 0
  for (const [index, edge] of page.edges.entries()) {
    const node = (isObject(edge) ? edge['node'] : edge) ?? undefined
    if (node === undefined) {
      skipped += 1
      continue
    }
    const line = decode(node, { page: 0, index })
    if (E.isLeft(line)) failures.push(line.left)
    else items.push(line.right)
  }
  const count = run.right['logLineCount']
  const totalCount = typeof count === 'number' ? count : undefined
  const passed = items.length + failures.length + skipped
  onProgress?.({ phase: 'consoleLines', loaded: passed, total: totalCount })
  // Without a count, fewer lines than requested may be the whole log or the limit of the server.
  const wanted = Math.min(last, totalCount ?? (page.edges.length === 0 ? 0 : last))
  return E.right({ items, totalCount, failures, duplicates: 0, skipped, complete: passed >= wanted, cursor: undefined })
}
