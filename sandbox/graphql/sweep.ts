import { type PageArguments, paginate } from '../query/paginate.ts'
import { pageOfRuns } from '../query/runs.ts'
import { listOf } from '../store/list.ts'
import type { Project } from '../store/project.ts'
import type { SweepRecord } from '../store/record.ts'
import type { Context, Resolvers } from './context.ts'
import { nodeId } from './ids.ts'
import { projectOf } from './membership.ts'
import { placeholderUser } from './people.ts'

/** Recordings have no agents, so each sweep gets one that ran all its runs. */
interface AgentNode {
  readonly sweep: SweepRecord
}

interface OrderedPage extends PageArguments {
  readonly order?: string | null
}

const agentName = (sweep: SweepRecord): string => `agent-${sweep.id}`

const runsOf = (sweep: SweepRecord, args: OrderedPage, { store, maxPageSize, paging }: Context) =>
  pageOfRuns(
    store,
    projectOf(store, sweep),
    { ...args, filters: JSON.stringify({ sweep: sweep.id }) },
    maxPageSize,
    paging,
  )

const countOf = (sweep: SweepRecord, project: Project): number =>
  project.runs.filter((run) => run.sweepName === sweep.id).length

export const sweepResolvers: Resolvers<SweepRecord> = {
  agent: (sweep, { agentName: name }: { agentName: string }): AgentNode | null =>
    name === agentName(sweep) || name === nodeId('Agent', sweep.id) ? { sweep } : null,
  agents: (sweep, _: never, { maxPageSize }) => paginate(listOf<AgentNode>([{ sweep }]), {}, maxPageSize),
  earlyStopJobRunning: () => false,
  heartbeatAt: (sweep) => sweep.updatedAt,
  id: (sweep) => nodeId('Sweep', 'v1', sweep.id, sweep.project, sweep.entity),
  name: (sweep) => sweep.id,
  project: (sweep, _: never, { store }) => projectOf(store, sweep),
  runCount: (sweep, _: never, { store }) => countOf(sweep, projectOf(store, sweep)),
  runCountExpected: () => null,
  runs: runsOf,
  user: (sweep, _: never, { store }) => store.user(sweep.user) ?? placeholderUser(sweep.user),
}

export const agentResolvers: Resolvers<AgentNode> = {
  createdAt: ({ sweep }) => sweep.createdAt,
  displayName: ({ sweep }) => agentName(sweep),
  heartbeatAt: ({ sweep }) => sweep.updatedAt,
  host: ({ sweep }, _: never, { store }) =>
    projectOf(store, sweep).runs.find((run) => run.sweepName === sweep.id)?.host ?? 'sandbox',
  id: ({ sweep }) => nodeId('Agent', sweep.id),
  name: ({ sweep }) => agentName(sweep),
  runs: ({ sweep }, args: OrderedPage, context) => runsOf(sweep, args, context),
  state: ({ sweep }) => sweep.state,
  totalRuns: ({ sweep }, _: never, { store }) => countOf(sweep, projectOf(store, sweep)),
  user: ({ sweep }, _: never, { store }) => store.user(sweep.user) ?? placeholderUser(sweep.user),
}
