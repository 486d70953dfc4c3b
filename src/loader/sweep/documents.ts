import type { InlineField } from '../../types/run/RunHeavy.ts'
import { type DictKeys, runParameters, runSelection, sweepSelection } from '../request/selection.ts'

const agent = 'id name host state totalRuns createdAt heartbeatAt'

/** Optional arguments of a list of sweeps. */
interface SweepsPart {
  readonly filters: boolean
  readonly order: boolean
}

/** Selects a page of a project's sweeps. The count includes all sweeps, so it is selected only without filters. */
export const sweepsDocument = ({ filters, order }: SweepsPart): string =>
  'query Sweeps($entity: String!, $project: String!, $first: Int, $after: String' +
  `${filters ? ', $filters: JSONString' : ''}${order ? ', $order: String' : ''}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName ${filters ? '' : 'totalSweeps '}` +
  `sweeps(first: $first, after: $after${filters ? ', filters: $filters' : ''}${order ? ', order: $order' : ''}) ` +
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${sweepSelection} } } } } }`

const inSweep = (selection: string): string =>
  `{ project(name: $project, entityName: $entity) { name entityName sweep(sweepName: $sweep) { ${selection} } } }`

/** Selects one sweep. */
export const sweepDocument: string = `query Sweep($entity: String!, $project: String!, $sweep: String!) ${inSweep(sweepSelection)}`

/** Selects the agents of a sweep; the server has no paging for them. */
export const agentsDocument: string =
  'query SweepAgents($entity: String!, $project: String!, $sweep: String!) ' +
  inSweep(`agents { pageInfo { endCursor hasNextPage } edges { node { ${agent} } } }`)

/** Selects one agent of a sweep. */
export const agentDocument: string =
  'query SweepAgent($entity: String!, $project: String!, $sweep: String!, $agent: String!) ' +
  inSweep(`agent(agentName: $agent) { ${agent} }`)

/** Selects a page of the runs of an agent. */
export const agentRunsDocument = (fields: ReadonlyArray<InlineField>, keys: DictKeys): string =>
  'query AgentRuns($entity: String!, $project: String!, $sweep: String!, $agent: String!, $order: String, $first: Int, ' +
  `$after: String${runParameters(fields, keys)}) ` +
  inSweep(
    'agent(agentName: $agent) { totalRuns runs(order: $order, first: $first, after: $after) ' +
      `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${runSelection(fields, keys)} } } } }`,
  )
