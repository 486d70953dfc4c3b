import * as E from 'fp-ts/lib/Either.js'
import { type Client, countRuns, loadRun, loadRuns, orThrow } from 'wandb-run-ops/loader'
import { runHistoryKeys, runId, runLastHistoryStep } from 'wandb-run-ops/ops'
import type { Sandbox } from '../../sandbox/index.ts'
import { artifactFacts, heavyFacts, lightFacts, time } from './facts.ts'
import type { Answer, Official } from './official.ts'
import type { Tally } from './tally.ts'
import type { Version } from './venv.ts'

/** Both sides of a comparison and the server that they read. */
export interface Court {
  readonly client: Client
  readonly official: Official
  readonly sandbox: Sandbox
  readonly tally: Tally
  readonly project: string
  readonly version: Version
}

type Facts = Readonly<Record<string, unknown>>

const answerOf = (answer: Answer): ReadonlyArray<Facts> => (E.isRight(answer) ? answer.right : [{ error: answer.left }])

const lightOf = (facts: Facts): Facts => ({
  ...facts,
  created_at: time(facts['created_at']),
  heartbeat_at: time(facts['heartbeat_at']),
})

const orders = [
  '+created_at',
  '-created_at',
  'created_at',
  '-heartbeat_at',
  '+summary_metrics.accuracy',
  '-summary_metrics.accuracy',
  '+config.learning_rate.value',
  '-display_name',
]

const filters: ReadonlyArray<Facts> = [
  {},
  { state: 'finished' },
  { state: { $in: ['failed', 'crashed'] } },
  { 'config.optimizer': 'adam' },
  { 'config.learning_rate': { $gt: 0.01 } },
  { 'summary_metrics.accuracy': { $gte: 0.95 } },
  { $or: [{ jobType: 'eval' }, { jobType: 'prepare' }] },
  { $and: [{ jobType: 'train' }, { state: { $ne: 'finished' } }] },
  { tags: { $in: ['best'] } },
  { username: 'ada' },
  { displayName: { $regex: '^wide' } },
  { 'config.no_such_key': { $exists: true } },
]

export const light = async ({ client, official, tally, project }: Court): Promise<void> => {
  const { runs } = await orThrow(loadRuns({ project, fields: [], pageSize: 7 })(client))
  const theirs = answerOf(await official.ask({ ask: 'list', path: project, per_page: 7 })).map(lightOf)
  tally.same(
    'the same runs in the same order',
    runs.map(runId),
    theirs.map(({ id }) => id),
  )
  runs.forEach((run, i) => {
    tally.same(`light fields of ${runId(run)}`, lightFacts(run), theirs[i])
  })
}

export const lists = async ({ client, official, tally, project }: Court): Promise<void> => {
  for (const query of [...orders.map((order) => ({ order })), ...filters.map((f) => ({ filters: f }))]) {
    const { runs, complete } = await orThrow(loadRuns({ project, fields: [], pageSize: 50, ...query })(client))
    const total = await orThrow(countRuns({ project, ...('filters' in query ? query : {}) })(client))
    const answer = await official.ask({ ask: 'ids', path: project, ...query })
    tally.same(`runs of ${JSON.stringify(query)}`, E.right({ total, ids: runs.map(runId) }), answer)
    tally.holds(`all runs of ${JSON.stringify(query)}`, complete)
  }
}

export const heavy = async ({ client, official, tally, project }: Court): Promise<void> => {
  const { runs, failures } = await orThrow(loadRuns({ project })(client))
  tally.same('every run can be read', failures, [])
  const theirs = answerOf(await official.ask({ ask: 'heavy', path: project, per_page: 50 }))
  runs.forEach((run, i) => {
    tally.same(`config, summary and system metrics of ${runId(run)}`, heavyFacts(run), theirs[i])
  })
}

export const artifacts = async ({ client, official, tally, project }: Court): Promise<void> => {
  const fields = ['loggedArtifactVersions', 'usedArtifactVersions'] as const
  const { runs } = await orThrow(loadRuns({ project, fields })(client))
  const theirs = answerOf(await official.ask({ ask: 'artifacts', path: project, per_page: 50 }))
  const timed = (list: unknown) =>
    (list as ReadonlyArray<Facts>).map((facts) => ({ ...facts, created_at: time(facts['created_at']) }))
  runs.forEach((run, i) => {
    const other = theirs[i] ?? {}
    const id = runId(run)
    tally.same(`logged artifacts of ${id}`, run.loggedArtifactVersions.map(artifactFacts), timed(other['logged'] ?? []))
    tally.same(`used artifacts of ${id}`, run.usedArtifactVersions.map(artifactFacts), timed(other['used'] ?? []))
  })
}

export const single = async ({ client, official, tally, project }: Court): Promise<void> => {
  const { runs } = await orThrow(loadRuns({ project, fields: [], limit: 5 })(client))
  const [entity, name] = project.split('/')
  for (const { id } of runs) {
    for (const path of [`${project}/${id}`, `/${project}/${id}`, `${entity}/${name}/runs/${id}`, `${project}:${id}`]) {
      const run = await orThrow(loadRun({ run: path })(client))
      const keys = await orThrow(loadRun({ run: path, fields: ['historyKeys'] })(client))
      const answer = await official.ask({ ask: 'run', path })
      const { history_keys, last_step, ...facts } = lightOf(
        answerOf({ ...answer } as Answer)[0] ?? (E.isRight(answer) ? answer.right : {}),
      )
      tally.same(`run by ${path}`, { ...lightFacts(run), ...heavyFacts(run) }, facts)
      tally.same(`last step by ${path}`, runLastHistoryStep(keys) ?? -1, last_step)
      tally.same(
        `history keys by ${path}`,
        Object.keys(runHistoryKeys(keys).keys).sort(),
        Object.keys((history_keys as Facts)?.['keys'] ?? {}).sort(),
      )
    }
  }
  const missing = await official.ask({ ask: 'run', path: `${project}/no-such-run` })
  const ours = await loadRun(`${project}/no-such-run`)(client)()
  tally.holds('a run that does not exist is an error on both sides', E.isLeft(missing) && E.isLeft(ours))
}
