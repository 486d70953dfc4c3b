import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../types/codec/isObject.ts'
import type { DecodeFailure } from '../../types/DecodeFailure.ts'
import { toDecodeFailure } from '../../types/DecodeFailure.ts'
import type { Client } from '../Client.ts'
import type { LoadError } from '../LoadError.ts'
import { connectionPage } from './connection.ts'
import { artifactsDocument } from './documents.ts'
import { pageSizer } from './pageSizer.ts'
import { request } from './request.ts'
import { type ArtifactField, artifactConnections } from './selection.ts'

/** How many runs' artifact versions one request goes on with, and how many versions of each it brings. */
const RUNS_AT_ONCE = 20
const VERSIONS_AT_ONCE = 200

/** A connection of one run that has more pages. */
interface Rest {
  readonly position: number
  readonly field: ArtifactField
  readonly id: string
  readonly cursor: string
  readonly seen: ReadonlySet<string>
}

/** A page's run nodes with all of their artifact versions. */
export interface WholeNodes {
  /** Each node with plain arrays for its connections, or why they could not be read to the end. */
  readonly nodes: ReadonlyArray<E.Either<DecodeFailure, unknown>>
  /** How many places held no version: `null`, or a draft that has no number yet. */
  readonly skipped: number
}

const isVersion = (node: unknown): boolean =>
  !isObject(node) || ((node['versionIndex'] ?? null) !== null && (node['artifactSequence'] ?? null) !== null)

const unfinished = (field: ArtifactField, id: string): DecodeFailure => ({
  ...toDecodeFailure([], id),
  path: [field],
  expected: 'all pages',
  actual: 'some pages',
})

export const wholeNodes = async (
  client: Client,
  at: { readonly entity: string; readonly project: string },
  runNodes: ReadonlyArray<unknown>,
  fields: ReadonlyArray<ArtifactField>,
  options: { readonly signal?: AbortSignal | undefined; readonly onLoaded?: (versions: number) => void },
): Promise<E.Either<LoadError, WholeNodes>> => {
  const read = runNodes.map(() => new Map<ArtifactField, Array<unknown>>())
  const failures = new Map<number, DecodeFailure>()
  const sizer = pageSizer(VERSIONS_AT_ONCE)
  let rest: ReadonlyArray<Rest> = []
  let skipped = 0
  let loaded = 0

  const take = (
    position: number,
    field: ArtifactField,
    connection: unknown,
    id: unknown,
    seen: ReadonlySet<string>,
  ): ReadonlyArray<Rest> => {
    const page = connectionPage(connection)
    if (page === undefined) return []
    const nodes = page.edges.map((edge) => (isObject(edge) ? edge['node'] : undefined))
    const versions = nodes.filter((node) => node !== null && node !== undefined && isVersion(node))
    skipped += nodes.length - versions.length
    loaded += versions.length
    const all = read[position]?.get(field) ?? []
    all.push(...versions)
    read[position]?.set(field, all)
    if (page.next === undefined) return []
    const { cursor } = page.next
    if (typeof id === 'string' && cursor !== undefined && !seen.has(cursor))
      return [{ position, field, id, cursor, seen: new Set([...seen, cursor]) }]
    failures.set(position, unfinished(field, String(id)))
    return []
  }

  runNodes.forEach((node, position) => {
    if (!isObject(node)) return
    for (const field of fields)
      rest = [...rest, ...take(position, field, node[artifactConnections[field]], node['name'], new Set())]
  })

  while (rest.length > 0) {
    options.onLoaded?.(loaded)
    const now = rest.slice(0, RUNS_AT_ONCE)
    rest = rest.slice(RUNS_AT_ONCE)
    const numbered = now.flatMap(({ id, cursor }, i) => [
      [`id${i}`, id],
      [`after${i}`, cursor],
    ])
    const make = () => ({
      operationName: 'RunArtifacts',
      query: artifactsDocument(now.map(({ field }) => field)),
      variables: { ...at, first: sizer.size(), ...Object.fromEntries(numbered) },
    })
    const data = await request(client, make, { signal: options.signal, onFailure: sizer.failed })
    if (E.isLeft(data)) return data
    sizer.succeeded()
    const project = data.right['project']
    now.forEach(({ position, field, id, seen }, i) => {
      const run = isObject(project) ? project[`r${i}`] : undefined
      if (isObject(run)) rest = [...rest, ...take(position, field, run[artifactConnections[field]], id, seen)]
      else failures.set(position, unfinished(field, id))
    })
  }
  options.onLoaded?.(loaded)

  const nodes = runNodes.map((node, position) => {
    const failure = failures.get(position)
    if (failure !== undefined) return E.left(failure)
    if (!isObject(node)) return E.right(node)
    const connections = [...(read[position] ?? [])].map(([field, all]) => [artifactConnections[field], all])
    return E.right({ ...node, ...Object.fromEntries(connections) })
  })
  return E.right({ nodes, skipped })
}
