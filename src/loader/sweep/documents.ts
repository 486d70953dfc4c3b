import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import {
  type GraphqlDocument,
  pageSelection,
  pageVariables,
  type VariableTypes,
} from '../../client/graphql/document.ts'
import { findNode, findProject, inProject, type ResolvedRunPath } from '../../client/graphql/inProject.ts'
import { selectionOf } from '../../client/graphql/selectionOf.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import type { InlineField } from '../../types/run/RunHeavy.ts'
import type { RunProject } from '../../types/run/runCodec.ts'
import { Agent } from '../../types/sweep/Agent.ts'
import { toRunProject } from '../request/requestRuns.ts'
import { type DictKeys, runSelection, runVariableTypes, sweepSelection } from '../request/selection.ts'

const agent = selectionOf(Agent)

/** Optional arguments of a list of sweeps. */
interface SweepsPart {
  readonly filters: boolean
  readonly order: boolean
}

/** Selects a page of a project's sweeps. The count includes all sweeps, so it is selected only without filters. */
export const sweepsDocument = ({ filters, order }: SweepsPart): GraphqlDocument =>
  inProject(
    'Sweeps',
    { ...pageVariables, ...(filters ? { filters: 'JSONString' } : {}), ...(order ? { order: 'String' } : {}) },
    `${filters ? '' : 'totalSweeps '}sweeps(first: $first, after: $after` +
      `${filters ? ', filters: $filters' : ''}${order ? ', order: $order' : ''}) { ${pageSelection(sweepSelection)} }`,
  )

const inSweep = (name: string, variables: VariableTypes, selection: string): GraphqlDocument =>
  inProject(name, { sweep: 'String!', ...variables }, `sweep(sweepName: $sweep) { ${selection} }`)

/** Selects one sweep. */
export const sweepDocument: GraphqlDocument = inSweep('Sweep', {}, sweepSelection)

/** Selects the agents of a sweep; the server has no paging for them. */
export const agentsDocument: GraphqlDocument = inSweep('SweepAgents', {}, `agents { ${pageSelection(agent)} }`)

/** Selects one agent of a sweep. */
export const agentDocument: GraphqlDocument = inSweep(
  'SweepAgent',
  { agent: 'String!' },
  `agent(agentName: $agent) { ${agent} }`,
)

/** Selects a page of the runs of an agent. */
export const agentRunsDocument = (fields: ReadonlyArray<InlineField>, keys: DictKeys): GraphqlDocument =>
  inSweep(
    'AgentRuns',
    { agent: 'String!', order: 'String', ...pageVariables, ...runVariableTypes(fields, keys) },
    'agent(agentName: $agent) { totalRuns runs(order: $order, first: $first, after: $after) ' +
      `{ ${pageSelection(runSelection(fields, keys))} } }`,
  )

/** A node in a response, and its project with the server's spelling of its names. */
interface NodeInProject {
  readonly node: GraphqlData
  readonly project: RunProject
}

/** The sweep in a response with its project, or `NotFound` for the part of its path that does not exist. */
export const findSweep = (
  client: Client,
  path: ResolvedRunPath,
  data: GraphqlData,
): E.Either<LoadError, NodeInProject> =>
  E.chain((project: GraphqlData) =>
    E.map((node: GraphqlData): NodeInProject => ({ node, project: toRunProject(client, path, project) }))(
      findNode(client, 'sweep', [path.entity, path.project, path.id], project['sweep']),
    ),
  )(findProject(client, path, data))

/** The agent in a response, or `NotFound`. */
export const findAgent = (
  client: Client,
  path: ResolvedRunPath,
  name: string,
  data: GraphqlData,
): E.Either<LoadError, NodeInProject> =>
  E.chain(({ node, project }: NodeInProject) =>
    E.map((agent: GraphqlData): NodeInProject => ({ node: agent, project }))(
      findNode(client, 'agent', [path.entity, path.project, path.id, name], node['agent']),
    ),
  )(findSweep(client, path, data))
