import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import type { SweepReference } from '../../loader/paths/resolve.ts'
import type { ProjectReference } from '../../loader/request/references.ts'
import type { LoadedRuns } from '../../loader/run/loadRuns.ts'
import {
  type AgentRunField,
  type AgentRunsQuery,
  agentRunsShape,
  loadAgentRuns,
} from '../../loader/sweep/loadAgentRuns.ts'
import { type AgentQuery, agentShape, loadAgent, loadAgents } from '../../loader/sweep/loadAgents.ts'
import { type BestRunQuery, bestRunShape, loadBestRun } from '../../loader/sweep/loadBestRun.ts'
import { loadSweep, type SweepQuery, sweepShape } from '../../loader/sweep/loadSweep.ts'
import { loadSweepRuns, type SweepRunsQuery, sweepRunsShape } from '../../loader/sweep/loadSweepRuns.ts'
import { loadSweeps, type SweepsQuery, sweepsShape } from '../../loader/sweep/loadSweeps.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, InlineField } from '../../types/run/RunHeavy.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import type { Agent } from '../../types/sweep/Agent.ts'
import type { Sweep } from '../../types/sweep/Sweep.ts'
import { type LoopOptions, lazyList, type WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import { looped, type Options, readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'
import type { LoadedRun } from './RunsValue.ts'

/**
 * The loads of sweeps.
 *
 * @category Door
 * @since 0.2.0
 */
export interface SweepLoads {
  /** Loads one sweep. */
  sweep(sweep: SweepReference | SweepQuery, options?: Options<SweepQuery, 'sweep'>): Promise<Sweep>

  /** The sweeps of a project. */
  sweeps(
    project?: ProjectReference | (SweepsQuery & LoopOptions),
    options?: Options<SweepsQuery, 'project'> & LoopOptions,
  ): WandbList<Listed<Sweep>, Sweep>

  /** The runs of a sweep. A loop begins when all of them are loaded. */
  sweepRuns<F extends InlineField = DefaultField, C = ConfigDict, S = SummaryDict>(
    sweep: SweepReference | (SweepRunsQuery<F, C, S> & LoopOptions),
    options?: Options<SweepRunsQuery<F, C, S>, 'sweep'> & LoopOptions,
  ): WandbList<LoadedRuns<LoadedRun<F, C, S>>, LoadedRun<F, C, S>>

  /**
   * Loads the best run of a sweep by the sweep's metric and goal, or of a sweep or `project` by an `order`; `undefined` if
   * no run has a value.
   */
  bestRun<F extends InlineField = DefaultField, C = ConfigDict, S = SummaryDict>(
    sweep: SweepReference | BestRunQuery<F, C, S>,
    options?: Options<BestRunQuery<F, C, S>, 'sweep' | 'project'>,
  ): Promise<LoadedRun<F, C, S> | undefined>

  /** The agents of a sweep. */
  agents(
    sweep: SweepReference | (SweepQuery & LoopOptions),
    options?: Options<SweepQuery, 'sweep'> & LoopOptions,
  ): WandbList<Listed<Agent>, Agent>

  /** Loads one agent of a sweep, by its id or its record. */
  agent(
    sweep: SweepReference,
    agent: AgentQuery['agent'],
    options?: Options<AgentQuery, 'sweep' | 'agent'>,
  ): Promise<Agent>
  /** Loads one agent of a sweep, by one query. */
  agent(query: AgentQuery): Promise<Agent>

  /** The runs that an agent started. */
  agentRuns<F extends AgentRunField = DefaultField, C = ConfigDict, S = SummaryDict>(
    sweep: SweepReference,
    agent: AgentQuery['agent'],
    options?: Options<AgentRunsQuery<F, C, S>, 'sweep' | 'agent'> & LoopOptions,
  ): WandbList<Listed<LoadedRun<F, C, S>>, LoadedRun<F, C, S>>
  /** The runs that an agent started, by one query. */
  agentRuns<F extends AgentRunField = DefaultField, C = ConfigDict, S = SummaryDict>(
    query: AgentRunsQuery<F, C, S> & LoopOptions,
  ): WandbList<Listed<LoadedRun<F, C, S>>, LoadedRun<F, C, S>>
}

const withAgent = (agent: unknown, options: object | undefined): object | undefined =>
  agent === undefined ? options : { ...options, agent }

const listAgentRuns = (client: Client) => (sweep: unknown, agent?: unknown, options?: object) =>
  loadedList(
    client,
    loadAgentRuns<DefaultField>,
    () => readQuery(looped(agentRunsShape), sweep, withAgent(agent, options)),
    {
      what: 'runs',
    },
  )

/** Makes the loads of sweeps. */
export const sweepLoads = (client: Client): SweepLoads => ({
  sweep: async (sweep, options) => settle(loadSweep(readQuery(sweepShape, sweep, options))(client)),
  sweeps: (project, options) =>
    loadedList(client, loadSweeps, () => readQuery(looped(sweepsShape), project, options), { what: 'sweeps' }),
  sweepRuns: ((sweep: unknown, options: unknown) =>
    lazyList({
      what: 'runs',
      read: () => readQuery(looped(sweepRunsShape), sweep, options),
      load: ({ onFailure, ...query }) => settle(loadSweepRuns(query)(client)),
      async *pages({ onFailure, ...query }) {
        const { runs, ...page } = await settle(loadSweepRuns(query)(client))
        yield { ...page, items: runs }
      },
    })) as SweepLoads['sweepRuns'],
  bestRun: (async (sweep: unknown, options: unknown) =>
    settle(loadBestRun(readQuery(bestRunShape, sweep, options))(client))) as SweepLoads['bestRun'],
  agents: (sweep, options) =>
    loadedList(client, loadAgents, () => readQuery(looped(sweepShape), sweep, options), {
      what: 'agents',
      isPaged: () => false,
    }),
  agent: async (sweep: unknown, agent?: unknown, options?: object) =>
    settle(loadAgent(readQuery(agentShape, sweep, withAgent(agent, options)))(client)),
  agentRuns: listAgentRuns(client) as SweepLoads['agentRuns'],
})
