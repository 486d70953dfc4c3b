import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { DecodeFailure, WirePlace } from '../../../types/DecodeFailure.ts'
import { decodeRun } from '../../../types/decodeRun.ts'
import type { RunLight } from '../../../types/RunLight.ts'
import type { RunPlace } from '../../../types/runCodec.ts'
import type { Client } from '../../Client.ts'
import type { ListRequest } from '../../internal/paging/loadList.ts'
import { placeOf } from '../../internal/run/requestRuns.ts'
import { runSelection } from '../../internal/run/selection.ts'
import { loadError } from '../../LoadError.ts'

/** A project, and the filters and order of its runs. */
export interface RunsOf {
  readonly path: { readonly entity: string; readonly project: string }
  readonly filters: string
  readonly order: string
}

/** What to select of each run in addition to its light fields, and how to decode it. */
export interface RunPart<A> {
  readonly operationName: string
  /** Declarations of variables, each with a leading comma. */
  readonly parameters: string
  readonly selection: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly read: (run: RunLight, node: Readonly<Record<string, unknown>>) => E.Either<DecodeFailure, A>
}

const documentOf = ({ operationName, parameters, selection }: RunPart<unknown>): string =>
  `query ${operationName}($entity: String!, $project: String!, $filters: JSONString, $order: String, $first: Int, ` +
  `$after: String${parameters}) { project(name: $project, entityName: $entity) { name entityName ` +
  'runCount(filters: $filters) runs(filters: $filters, order: $order, first: $first, after: $after) ' +
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${runSelection([], {})} ${selection} } } } } }`

/** A list of runs with their light fields and the given part. */
export const runsList = <A>(client: Client, { path, filters, order }: RunsOf, part: RunPart<A>): ListRequest<A> => {
  let serverProject: RunPlace = { ...path, appUrl: client.appUrl }
  return {
    operationName: part.operationName,
    document: documentOf(part),
    variables: { ...path, filters, order, ...part.variables },
    connection: (data) => {
      const project = data['project']
      if (!isObject(project)) {
        const missing = client.redact(`${path.entity}/${path.project}`)
        return E.left(loadError({ _tag: 'NotFound', what: 'project', path: missing }))
      }
      serverProject = placeOf(client, path, project)
      return E.right(project['runs'])
    },
    total: (data) => (isObject(data['project']) ? data['project']['runCount'] : undefined),
    decode: (node: unknown, at: WirePlace) => {
      const run = decodeRun([], serverProject)(node, at)
      return E.isLeft(run) ? run : part.read(run.right, isObject(node) ? node : {})
    },
    phase: 'runs',
    pageSize: 50,
  }
}
