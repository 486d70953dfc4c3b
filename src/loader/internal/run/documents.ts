import type { NodeField } from '../../../types/RunHeavy.ts'
import { type DictKeys, runParameters, runSelection } from './selection.ts'

/** Selects the default entity of an API key. */
export const defaultEntityDocument = 'query DefaultEntity { viewer { entity } }'

/** Selects the number of runs in a project that match filters. */
export const runCountDocument: string =
  'query RunCount($entity: String!, $project: String!, $filters: JSONString) ' +
  '{ project(name: $project, entityName: $entity) { name entityName runCount(filters: $filters) } }'

/** Optional parts of a page of runs. */
export interface RunsExtras {
  /** The number of matching runs. */
  readonly count: boolean
  /** The cursor of each run; the cursor of the last is always selected. */
  readonly cursors: boolean
}

/** Selects a page of runs. */
export const runsDocument = (fields: ReadonlyArray<NodeField>, keys: DictKeys, extras: RunsExtras): string =>
  'query Runs($entity: String!, $project: String!, $filters: JSONString, $order: String, $first: Int, $after: String' +
  `${runParameters(fields, keys)}) { project(name: $project, entityName: $entity) { name entityName ` +
  `${extras.count ? 'runCount(filters: $filters) ' : ''}` +
  'runs(filters: $filters, order: $order, first: $first, after: $after) ' +
  `{ pageInfo { endCursor hasNextPage } edges { ${extras.cursors ? 'cursor ' : ''}node { ${runSelection(fields, keys)} } } } } }`

/** Selects one run. */
export const runDocument = (fields: ReadonlyArray<NodeField>, keys: DictKeys): string =>
  `query Run($entity: String!, $project: String!, $id: String!${runParameters(fields, keys)}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName run(name: $id) { ${runSelection(fields, keys)} } } }`
