import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { HeavyField, InlineField, RunWith } from '../../types/run/RunHeavy.ts'
import { type DictCodecs, decodeRun } from '../../types/run/runCodec.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import type { CheckedQuery } from '../request/checkQuery.ts'
import type { RawRunsPage } from '../request/requestRuns.ts'
import { isPagedField } from '../request/selection.ts'
import type { ConnectionCounts, ConnectionKind } from './connections.ts'

/** A decoded page of runs. */
interface DecodedPage<R> {
  readonly runs: ReadonlyArray<R>
  readonly failures: ReadonlyArray<DecodeFailure>
  readonly duplicates: number
  readonly skipped: { readonly runs: number } & ConnectionCounts
  /** The cursor of the last run that was read. */
  readonly cursor: string | undefined
  /** Whether the whole page was read. */
  readonly whole: boolean
}

const beyondNode = () => import('./lazy.ts')

const storageIdOf = (node: unknown): string | undefined => {
  const id = isObject(node) ? node['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

/**
 * Decodes pages one after the other: skips the runs of earlier pages, completes the connections, and returns no more runs
 * than there is room for.
 */
export const pageDecoder = <F extends HeavyField, C, S>(
  client: Client,
  path: { readonly entity: string; readonly project: string },
  query: CheckedQuery,
  options: {
    readonly signal: AbortSignal
    readonly onHeld: (held: ConnectionKind, loaded: number) => void
    /** The runs of earlier pages by their storage ids. */
    readonly seen: Set<string>
    /** The runs that another list reads. */
    readonly elsewhere: ReadonlySet<string> | undefined
  },
): ((
  wire: RawRunsPage,
  index: number,
  room: number,
) => Promise<E.Either<LoadError, DecodedPage<RunWith<F, C, S>>>>) => {
  const { seen, elsewhere } = options
  const pagedFields = query.fields.filter(isPagedField)
  return async (wire, page, room) => {
    const decode = decodeRun<InlineField, C, S>(query.fields, wire.project, query.decode as DictCodecs<C, S>)
    const nodes = query.fields.includes('sweep')
      ? await (await beyondNode()).prepareSweepNodes(client, wire.project, wire.nodes)
      : wire.nodes
    const whole =
      pagedFields.length === 0
        ? E.right({ nodes: [], skipped: [] })
        : await (await beyondNode()).completeConnections(client, path, nodes, pagedFields, {
            signal: options.signal,
            onLoaded: options.onHeld,
          })
    if (E.isLeft(whole)) return whole

    const read: Array<RunWith<InlineField, C, S>> = []
    const failures: Array<DecodeFailure> = []
    let duplicates = 0
    let empty = 0
    let index = 0
    for (; index < nodes.length && read.length < room; index += 1) {
      const node = nodes[index]
      // Releases each node once it is read, because keeping nodes and records would double the memory.
      wire.nodes[index] = undefined
      if (node === undefined) {
        empty += 1
        continue
      }
      const id = storageIdOf(node)
      if (id !== undefined && elsewhere?.has(id)) continue
      if (id !== undefined && seen.has(id)) {
        duplicates += 1
        continue
      }
      if (id !== undefined) seen.add(id)
      const complete = whole.right.nodes[index] ?? E.right(node)
      const run = E.isLeft(complete)
        ? E.left({ ...complete.left, page, index })
        : decode(complete.right, { page, index })
      if (E.isLeft(run)) failures.push(run.left)
      else read.push(run.right)
    }
    let runs = read
    if (query.rows.length > 0) {
      const { loadRowsOfRuns } = await beyondNode()
      const rowed = await loadRowsOfRuns(client, read, query.rows, query.keys.history, options.signal)
      if (E.isLeft(rowed)) return rowed
      runs = rowed.right.flatMap((run) => (E.isRight(run) ? [run.right] : []))
      for (const run of rowed.right) if (E.isLeft(run)) failures.push({ ...run.left, page })
    }
    const heldBefore = (held: ConnectionKind): number =>
      whole.right.skipped.slice(0, index).reduce((sum, counts) => sum + counts[held], 0)
    const isWhole = index === nodes.length
    return E.right({
      runs: Object.freeze(runs) as ReadonlyArray<RunWith<F, C, S>>,
      failures: Object.freeze(failures),
      duplicates,
      skipped: { runs: empty, artifactVersions: heldBefore('artifactVersions'), files: heldBefore('files') },
      cursor: isWhole ? wire.cursor : wire.cursors[index - 1],
      whole: isWhole,
    })
  }
}
