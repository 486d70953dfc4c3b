import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type PageGuard, pageGuard, readConnectionPage } from '../../client/graphql/connection.ts'
import type { ResolvedProjectPath } from '../../client/graphql/inProject.ts'
import { judgeOfPages } from '../../client/graphql/judgeOfPages.ts'
import { isCausedByRun, isPerRunError } from '../../client/graphql/mapRuns.ts'
import { pageSizer } from '../../client/graphql/pageSizer.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { task, unwrap } from '../../client/task.ts'
import { type DecodeFailure, toDecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { connectionName, moreArtifactsDocument, moreFilesDocument, type PagedField } from '../request/selection.ts'

/** How many connections one request continues, and how many nodes of each it returns. */
const RUNS_AT_ONCE = 20
const NODES_AT_ONCE = 200

/** A connection of a run with more pages to load. */
interface Rest {
  /** Whether it is requested by itself, because a request for many failed. */
  readonly alone?: true
  readonly position: number
  readonly field: PagedField
  readonly id: string
  readonly cursor: string
  readonly guard: PageGuard
}

/** The kinds of nodes in the connections of a run. */
export type ConnectionKind = 'artifactVersions' | 'files'

export type ConnectionCounts = { readonly [H in ConnectionKind]: number }

/** The run nodes of a page with complete connections. */
export interface CompletedNodes {
  /** The nodes with plain arrays for their connections. */
  readonly nodes: Array<unknown>
  /** For each node, the failure to read its connections to the end. */
  readonly failures: ReadonlyArray<DecodeFailure | undefined>
  /** For each node, the number of skipped entries: `null`, a draft without a version number, a file that does not exist. */
  readonly skipped: ReadonlyArray<ConnectionCounts>
}

const heldBy = (field: PagedField): ConnectionKind => (field === 'files' ? 'files' : 'artifactVersions')

/** The fields that a node needs in order to exist. */
const requiredFields: { readonly [H in ConnectionKind]: ReadonlyArray<string> } = {
  artifactVersions: ['versionIndex', 'artifactSequence'],
  files: ['updatedAt'],
}

const exists = (held: ConnectionKind, node: unknown): boolean =>
  !isObject(node) || requiredFields[held].every((key) => (node[key] ?? null) !== null)

const unfinished = (field: PagedField, id: unknown, actual = 'some pages'): DecodeFailure =>
  Object.freeze({
    ...toDecodeFailure([], id),
    path: Object.freeze([field]),
    expected: 'all pages',
    actual,
  })

const idOf = (node: unknown): unknown => (isObject(node) ? node['id'] : undefined)

/** The connections of one run, as far as they were read. */
interface Read {
  readonly nodes: Map<PagedField, Array<unknown>>
  failure: DecodeFailure | undefined
  readonly skipped: { [H in ConnectionKind]: number }
}

/** Completes the connections of the run nodes of a page. A run whose connections never end is a failure. */
export const completeConnections = (
  client: Client,
  { entity, project }: ResolvedProjectPath,
  runNodes: ReadonlyArray<unknown>,
  fields: ReadonlyArray<PagedField>,
  options: {
    readonly signal?: AbortSignal | undefined
    readonly onLoaded?: (held: ConnectionKind, loaded: number) => void
  },
): TaskEither<LoadError, CompletedNodes> =>
  task(async function* () {
    const reads = runNodes.map(
      (): Read => ({ nodes: new Map(), failure: undefined, skipped: { artifactVersions: 0, files: 0 } }),
    )
    const sizer = pageSizer(NODES_AT_ONCE)
    const judge = judgeOfPages(sizer)
    let rest: ReadonlyArray<Rest> = []
    const loaded = { artifactVersions: 0, files: 0 }

    const take = (
      { position, field, id, guard, alone }: Omit<Rest, 'id' | 'cursor'> & { readonly id: unknown },
      connection: unknown,
    ): ReadonlyArray<Rest> => {
      const read = reads[position]
      const page = readConnectionPage(connection)
      if (read === undefined || page === undefined) return []
      if (isObject(connection) && !isObject(connection['pageInfo'])) {
        read.failure = unfinished(field, id)
        return []
      }
      const held = heldBy(field)
      const known = read.nodes.get(field) ?? []
      // A version logged in the meantime moves others onto the next page.
      const ids = new Set(known.map(idOf).filter((known) => typeof known === 'string'))
      const nodes = page.edges.map((edge) => (isObject(edge) ? (edge['node'] ?? undefined) : (edge ?? undefined)))
      const existing = nodes.filter((node) => node !== undefined && exists(held, node))
      const fresh = existing.filter((node) => !ids.has(idOf(node) as string))
      read.skipped[held] += nodes.length - existing.length
      read.nodes.set(field, [...known, ...fresh])
      loaded[held] += fresh.length
      if (page.next === undefined) return []
      const { cursor } = page.next
      if (typeof id === 'string' && guard.follow(cursor, fresh.length) && cursor !== undefined)
        return [{ position, field, id, cursor, guard, ...(alone ? { alone } : {}) }]
      read.failure = unfinished(field, id)
      return []
    }

    runNodes.forEach((node, position) => {
      if (!isObject(node)) return
      for (const field of fields)
        rest = [
          ...rest,
          ...take({ position, field, id: node['name'], guard: pageGuard() }, node[connectionName(field)]),
        ]
    })

    const report = (): void => {
      for (const held of new Set(fields.map(heldBy))) options.onLoaded?.(held, loaded[held])
    }

    report()
    for (let [first] = rest; first !== undefined; [first] = rest) {
      const held = heldBy(first.field)
      const now = first.alone
        ? [first]
        : rest.filter(({ field, alone }) => heldBy(field) === held && !alone).slice(0, RUNS_AT_ONCE)
      rest = rest.filter((one) => !now.includes(one))
      const numbered = now.flatMap(({ id, cursor }, i) => [
        [`id${i}`, id],
        [`after${i}`, cursor],
      ])
      const document =
        held === 'files' ? moreFilesDocument(now.length) : moreArtifactsDocument(now.map(({ field }) => field))
      const variables = () => ({ entity, project, first: sizer.size(), ...Object.fromEntries(numbered) })
      const answer = await request(client, document, variables, { signal: options.signal, judge: judge.failed })
      if (E.isLeft(answer) && isPerRunError(answer.left) && runNodes.length > 1) {
        // Only the run that makes the request fail is a failure.
        const isEach = now.length > 1 && isCausedByRun(answer.left)
        if (isEach) rest = [...rest, ...now.map((one) => ({ ...one, alone: true as const }))]
        else if (now.length > 1) return yield* unwrap(answer)
        for (const { position, field, id } of isEach ? [] : now) {
          const read = reads[position]
          if (read !== undefined) read.failure = unfinished(field, id, answer.left._tag)
        }
        continue
      }
      const data = yield* unwrap(answer)
      judge.succeeded()
      sizer.succeeded()
      const { project: found } = data
      for (const [i, one] of now.entries()) {
        const run = isObject(found) ? found[`r${i}`] : undefined
        const connection = isObject(run) ? run[connectionName(one.field)] : undefined
        const read = reads[one.position]
        // The last page announced more, so a missing connection is not the end.
        if (isObject(connection) && readConnectionPage(connection) !== undefined)
          rest = [...rest, ...take(one, connection)]
        else if (read !== undefined) read.failure = unfinished(one.field, one.id)
      }
      report()
    }

    const nodes = runNodes.map((node, position) => {
      if (!isObject(node)) return node
      const connections = [...(reads[position]?.nodes ?? [])].map(([field, all]) => [connectionName(field), all])
      return { ...node, ...Object.fromEntries(connections) }
    })
    return {
      nodes,
      failures: reads.map(({ failure }) => failure),
      skipped: reads.map(({ skipped }) => skipped),
    }
  })
