import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../types/codec/isObject.ts'
import type { DecodeFailure } from '../../types/DecodeFailure.ts'
import { decodeRun } from '../../types/decodeRun.ts'
import type { NodeField } from '../../types/RunHeavy.ts'
import type { RunWith } from '../../types/RunWith.ts'
import type { DictCodecs } from '../../types/runCodec.ts'
import type { Client } from '../Client.ts'
import type { LoadError } from '../LoadError.ts'
import { wholeNodes } from './artifacts.ts'
import type { CheckedQuery } from './checkQuery.ts'
import { cursorOf } from './connection.ts'
import type { WirePage } from './requestRuns.ts'
import { isArtifactField } from './selection.ts'

/** What a page of the wire holds. */
export interface ReadPage<R> {
  readonly runs: ReadonlyArray<R>
  readonly failures: ReadonlyArray<DecodeFailure>
  readonly duplicates: number
  readonly skipped: { readonly runs: number; readonly artifactVersions: number }
  /** Where what was read ends. */
  readonly cursor: string | undefined
  /** Whether all of the page was read. */
  readonly whole: boolean
}

const storageIdOf = (node: unknown): string | undefined => {
  const id = isObject(node) ? node['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

/**
 * Reads pages into records, one after the other: knows which runs were on an earlier page, completes their artifact
 * versions, and takes no more runs than there is room for.
 */
export const pageReader = <F extends NodeField, C, S>(
  client: Client,
  path: { readonly entity: string; readonly project: string },
  query: CheckedQuery,
  options: { readonly signal: AbortSignal; readonly onArtifactVersions: (loaded: number) => void },
): ((wire: WirePage, index: number, room: number) => Promise<E.Either<LoadError, ReadPage<RunWith<F, C, S>>>>) => {
  const seen = new Set<string>()
  const artifactFields = query.fields.filter(isArtifactField)
  return async (wire, page, room) => {
    const decode = decodeRun(query.fields as ReadonlyArray<F>, wire.place, query.decode as DictCodecs<C, S>)
    const nodes = wire.edges.map((edge) => (isObject(edge) ? (edge['node'] ?? undefined) : undefined))
    const whole =
      artifactFields.length === 0
        ? E.right({ nodes: nodes.map(E.right), skipped: 0 })
        : await wholeNodes(client, path, nodes, artifactFields, {
            signal: options.signal,
            onLoaded: options.onArtifactVersions,
          })
    if (E.isLeft(whole)) return whole

    const runs: Array<RunWith<F, C, S>> = []
    const failures: Array<DecodeFailure> = []
    let duplicates = 0
    let empty = 0
    let index = 0
    for (; index < nodes.length && runs.length < room; index += 1) {
      const node = nodes[index]
      if (node === undefined) {
        empty += 1
        continue
      }
      const id = storageIdOf(node)
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
      else runs.push(run.right)
    }
    const isWhole = index === nodes.length
    return E.right({
      runs: Object.freeze(runs),
      failures: Object.freeze(failures),
      duplicates,
      skipped: { runs: empty, artifactVersions: whole.right.skipped },
      cursor: isWhole ? wire.cursor : cursorOf(wire.edges[index - 1]),
      whole: isWhole,
    })
  }
}
