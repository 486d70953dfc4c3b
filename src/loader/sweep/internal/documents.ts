import type { NodeField } from '../../../types/RunHeavy.ts'
import { type DictKeys, runParameters, runSelection, sweepSelection } from '../../internal/run/selection.ts'

const agent = 'id name host state totalRuns createdAt heartbeatAt'

/** What to ask of a list of sweeps beside its page. */
export interface SweepsPart {
  readonly filters: boolean
  readonly order: boolean
}

/** A page of a project's sweeps. Their number counts all of them, whatever is listed. */
export const sweepsDocument = ({ filters, order }: SweepsPart): string =>
  'query Sweeps($entity: String!, $project: String!, $first: Int, $after: String' +
  `${filters ? ', $filters: JSONString' : ''}${order ? ', $order: String' : ''}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName ${filters ? '' : 'totalSweeps '}` +
  `sweeps(first: $first, after: $after${filters ? ', filters: $filters' : ''}${order ? ', order: $order' : ''}) ` +
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${sweepSelection} } } } } }`

const inSweep = (selection: string): string =>
  `{ project(name: $project, entityName: $entity) { name entityName sweep(sweepName: $sweep) { ${selection} } } }`

/** One sweep. */
export const sweepDocument: string = `query Sweep($entity: String!, $project: String!, $sweep: String!) ${inSweep(sweepSelection)}`

/** The agents of a sweep, all at once: the server knows no pages of them. */
export const agentsDocument: string =
  'query SweepAgents($entity: String!, $project: String!, $sweep: String!) ' +
  inSweep(`agents { pageInfo { endCursor hasNextPage } edges { node { ${agent} } } }`)

/** One agent of a sweep. */
export const agentDocument: string =
  'query SweepAgent($entity: String!, $project: String!, $sweep: String!, $agent: String!) ' +
  inSweep(`agent(agentName: $agent) { ${agent} }`)

/** A page of the runs of an agent. */
export const agentRunsDocument = (fields: ReadonlyArray<NodeField>, keys: DictKeys): string =>
  'query AgentRuns($entity: String!, $project: String!, $sweep: String!, $agent: String!, $order: String, $first: Int, ' +
  `$after: String${runParameters(fields, keys)}) ` +
  inSweep(
    'agent(agentName: $agent) { totalRuns runs(order: $order, first: $first, after: $after) ' +
      `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${runSelection(fields, keys)} } } } }`,
  )
