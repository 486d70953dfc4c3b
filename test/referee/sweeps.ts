import * as E from 'fp-ts/lib/Either.js'
import {
  loadAgentRuns,
  loadAgents,
  loadBestRun,
  loadSweep,
  loadSweepRuns,
  loadSweeps,
  orThrow,
} from 'wandb-run-ops/loader'
import { sweepName, sweepUrl } from 'wandb-run-ops/ops'
import { readSweepMetric, type Sweep } from 'wandb-run-ops/types'
import type { Court } from './cases.ts'
import { time } from './facts.ts'

type Facts = Readonly<Record<string, unknown>>

const orderOf = ({ config }: Sweep): string | null => {
  const metric = readSweepMetric(config)
  return metric === undefined ? null : `${metric.goal === 'maximize' ? '-' : '+'}summary_metrics.${metric.name}`
}

/** A sweep, named as in the official client. */
const sweepFacts = (sweep: Sweep): Facts => ({
  id: sweep.id,
  name: sweepName(sweep),
  entity: sweep.entity,
  project: sweep.project,
  config: sweep.config,
  state: sweep.state,
  method: sweep.method ?? null,
  description: sweep.description ?? null,
  url: sweepUrl(sweep),
  order: orderOf(sweep),
  best_loss: sweep.bestLoss ?? null,
  run_count: sweep.runCount ?? null,
  expected_run_count: sweep.expectedRunCount ?? null,
  created_at: sweep.createdAt.toISOString(),
  updated_at: sweep.updatedAt?.toISOString() ?? null,
})

const timed = (facts: Facts): Facts => ({
  ...facts,
  created_at: time(facts['created_at']),
  updated_at: time(facts['updated_at']),
})

/** Sweeps, their runs, their best run and their agents. */
export const sweeps = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const { items, complete } = await orThrow(loadSweeps({ project })(client))
  const listed = await official.ask({ ask: 'sweeps', path: project })
  tally.same('sweeps', items.map(sweepFacts), E.isRight(listed) ? listed.right.map(timed) : listed.left)
  tally.holds('all sweeps', complete && items.length > 0)
  for (const { id } of items) {
    const path = `${project}/${id}`
    const one = await official.ask({ ask: 'sweep', path })
    const sweep = await orThrow(loadSweep(path)(client))
    tally.same(`sweep ${id}`, sweepFacts(sweep), E.isRight(one) ? timed(one.right) : one.left)
    const { runs } = await orThrow(loadSweepRuns({ sweep: path, fields: [], pageSize: 7 })(client))
    tally.same(
      `runs of sweep ${id}`,
      E.right(runs.map((run) => run.id)),
      await official.ask({ ask: 'sweep_runs', path }),
    )
    const orders = [undefined, '-summary_metrics.val_loss', '+summary_metrics.accuracy', '-summary_metrics.accuracy']
    for (const order of orders) {
      const best = await orThrow(loadBestRun({ sweep: path, order })(client))
      const theirs = await official.ask({ ask: 'best_run', path, ...(order === undefined ? {} : { order }) })
      tally.same(`best run of sweep ${id} by ${order ?? 'its metric'}`, E.right(best?.id ?? null), theirs)
    }
    const agents = await orThrow(loadAgents(path)(client))
    const facts = await Promise.all(
      agents.items.map(async (agent) => ({
        id: agent.id,
        storage_id: agent.storageId,
        host: agent.host ?? null,
        state: agent.state ?? null,
        run_count: agent.runCount ?? null,
        created_at: agent.createdAt.toISOString(),
        heartbeat_at: agent.heartbeatAt?.toISOString() ?? null,
        runs: (await orThrow(loadAgentRuns({ sweep: path, agent, pageSize: 5 })(client))).items.map((run) => run.id),
      })),
    )
    const answer = await official.ask({ ask: 'agents', path })
    const theirs = E.isRight(answer)
      ? (answer.right as ReadonlyArray<Facts>).map((agent) => ({
          ...agent,
          created_at: time(agent['created_at']),
          heartbeat_at: time(agent['heartbeat_at']),
        }))
      : answer.left
    tally.same(`agents of sweep ${id} and their runs`, facts, theirs)
  }

  const count = (from: number) => sandbox.requests.slice(from).length
  let before = sandbox.requests.length
  await official.ask({ ask: 'sweeps', path: project })
  const theirs = count(before)
  before = sandbox.requests.length
  await orThrow(loadSweeps({ project })(client))
  tally.defect(
    'D10',
    'listing sweeps asks for each of them there, and for pages here',
    theirs > 1,
    count(before) === 1,
    { theirs },
  )

  const path = `${project}/${items[0]?.id}`
  const byColumn = await official.ask({ ask: 'best_run', path, order: '-createdAt' })
  const youngest = await orThrow(loadBestRun({ sweep: path, order: '-created_at', fields: [] })(client))
  const { runs } = await orThrow(loadSweepRuns({ sweep: path, fields: [], order: '-created_at' })(client))
  tally.defect(
    'D16',
    'an order by a column of the run is dropped there, and counts here',
    E.isRight(byColumn) && byColumn.right !== youngest?.id,
    youngest?.id === runs[0]?.id,
    { theirs: byColumn, ours: youngest?.id },
  )

  sandbox.faults.add({ kind: 'graphql-errors', messages: ['no'] })
  before = sandbox.requests.length
  // It answers what it was asked before from memory (D7).
  await official.ask({ ask: 'sweep', path: `${project}/another` })
  const asked = count(before)
  before = sandbox.requests.length
  const refused = await loadSweep(`${project}/another`)(client)()
  const askedHere = count(before)
  sandbox.faults.clear()
  tally.defect(
    'D24',
    'a sweep that is refused is asked for once more there, and not here',
    asked > 1,
    askedHere === 1 && E.isLeft(refused),
    { asked, askedHere },
  )
}
