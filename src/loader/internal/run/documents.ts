import type { NodeField } from '../../../types/RunHeavy.ts'
import { type DictKeys, runParameters, runSelection } from './selection.ts'

/** The entity behind an API key. */
export const defaultEntityDocument = 'query DefaultEntity { viewer { entity } }'

/** How many runs of a project a filter leaves. */
export const runCountDocument: string =
  'query RunCount($entity: String!, $project: String!, $filters: JSONString) ' +
  '{ project(name: $project, entityName: $entity) { name entityName runCount(filters: $filters) } }'

/** What a page of runs brings beside them. */
export interface RunsExtras {
  /** How many runs there are. */
  readonly count: boolean
  /** The cursor of each run; that of the last comes with the page anyway. */
  readonly cursors: boolean
}

/** A page of runs. */
export const runsDocument = (fields: ReadonlyArray<NodeField>, keys: DictKeys, extras: RunsExtras): string =>
  'query Runs($entity: String!, $project: String!, $filters: JSONString, $order: String, $first: Int, $after: String' +
  `${runParameters(fields, keys)}) { project(name: $project, entityName: $entity) { name entityName ` +
  `${extras.count ? 'runCount(filters: $filters) ' : ''}` +
  'runs(filters: $filters, order: $order, first: $first, after: $after) ' +
  `{ pageInfo { endCursor hasNextPage } edges { ${extras.cursors ? 'cursor ' : ''}node { ${runSelection(fields, keys)} } } } } }`

/** One run. */
export const runDocument = (fields: ReadonlyArray<NodeField>, keys: DictKeys): string =>
  `query Run($entity: String!, $project: String!, $id: String!${runParameters(fields, keys)}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName run(name: $id) { ${runSelection(fields, keys)} } } }`
