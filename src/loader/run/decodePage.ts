import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type DecodedPage, decodeNodes } from '../../client/graphql/decodeNodes.ts'
import type { PageSource } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { HeavyField, InlineField, RunWith } from '../../types/run/RunHeavy.ts'
import { type DictCodecs, decodeRun, type RunProject } from '../../types/run/runCodec.ts'
import { isObject } from '../../types/wire/own.ts'
import type { RunsList } from '../request/checkQuery.ts'
import type { RawRunsPage } from '../request/requestRuns.ts'
import { isPagedField } from '../request/selection.ts'
import type { CompletedNodes, ConnectionCounts, ConnectionKind } from './connections.ts'

/** A page of runs. */
export interface DecodedRuns<R> extends DecodedPage<R> {
  /** The number of entries without a record in the connections of the runs. */
  readonly skippedInside: ConnectionCounts
}

interface CompleteOptions {
  readonly signal?: AbortSignal | undefined
  readonly onLoaded?: (kind: ConnectionKind, loaded: number) => void
}

/** Completes run nodes before they are decoded: parses the configs of sweeps, and loads the rest of the connections. */
export const completeNodes = async (
  client: Client,
  project: RunProject,
  nodes: Array<unknown>,
  fields: ReadonlyArray<InlineField>,
  options: CompleteOptions,
): Promise<E.Either<LoadError, CompletedNodes>> => {
  const paged = fields.filter(isPagedField)
  // Imported lazily, because most loads need neither.
  const prepared = fields.includes('sweep')
    ? await (await import('./lazy.ts')).prepareSweepNodes(client, project, nodes)
    : nodes
  if (paged.length === 0) return E.right({ nodes: prepared, failures: [], skipped: [] })
  const { completeConnections } = await import('./lazy.ts')
  return completeConnections(client, project, prepared, paged, options)()
}

const storageIdOf = (node: unknown): string | undefined => {
  const id = isObject(node) ? node['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

const sumOf = (skipped: ReadonlyArray<ConnectionCounts>, kind: ConnectionKind): number =>
  skipped.reduce((sum, counts) => sum + counts[kind], 0)

export interface DecodeOptions {
  /** Called with the number of nodes that the connections of all pages have so far. */
  readonly onLoaded: (kind: ConnectionKind, loaded: number) => void
  /** The runs of earlier pages by their storage ids; the runs that are read are added. */
  readonly seen?: Set<string> | undefined
  /** The runs that another list reads: they are skipped and not counted. */
  readonly elsewhere?: ReadonlySet<string> | undefined
}

/** Decodes pages of runs one after the other. */
export const pageDecoder = <F extends HeavyField, C, S>(
  client: Client,
  { query }: RunsList,
  { onLoaded, seen = new Set(), elsewhere }: DecodeOptions,
): PageSource<RawRunsPage, DecodedRuns<RunWith<F, C, S>>>['decode'] => {
  const before = { artifactVersions: 0, files: 0 }
  return async (raw, at, signal) => {
    const inside = { artifactVersions: 0, files: 0 }
    const completed = await completeNodes(client, raw.project, raw.nodes, query.fields, {
      signal,
      onLoaded: (kind, loaded) => {
        inside[kind] = loaded
        onLoaded(kind, before[kind] + loaded)
      },
    })
    if (E.isLeft(completed)) return completed
    before.artifactVersions += inside.artifactVersions
    before.files += inside.files
    const { nodes, failures: incomplete, skipped } = completed.right
    const decodeNode = decodeRun<InlineField, C, S>(query.fields, raw.project, query.decode as DictCodecs<C, S>)
    const page = decodeNodes(nodes, at, {
      decode: (node, position) => {
        const failure = incomplete[position.index]
        return failure === undefined ? decodeNode(node, position) : E.left({ ...failure, ...position })
      },
      identity: storageIdOf,
      seen,
      elsewhere,
    })
    const skippedInside = {
      artifactVersions: sumOf(skipped.slice(0, page.read), 'artifactVersions'),
      files: sumOf(skipped.slice(0, page.read), 'files'),
    }
    if (query.rows.length === 0) return E.right({ ...page, skippedInside } as DecodedRuns<RunWith<F, C, S>>)
    const { loadRowsOfRuns } = await import('./runRows.ts')
    const rows = await loadRowsOfRuns(client, page.items, query.rows, query.keys.history, signal)
    if (E.isLeft(rows)) return rows
    const items = rows.right.flatMap((run) => (E.isRight(run) ? [run.right] : []))
    const unread = rows.right.flatMap((run) => (E.isLeft(run) ? [{ ...run.left, page: at.page }] : []))
    return E.right({
      ...page,
      items,
      failures: [...page.failures, ...unread],
      skippedInside,
    } as DecodedRuns<RunWith<F, C, S>>)
  }
}
