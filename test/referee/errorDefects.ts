import { isDeepStrictEqual } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { loadRun, loadRuns, orThrow, waitForRun } from 'wandb-run-ops/loader'
import { clientFromEnv } from 'wandb-run-ops/node'
import { reportRuns, runHasEnded, runId } from 'wandb-run-ops/ops'
import type { RunLine } from '../../sandbox/index.ts'
import { runSet, where } from '../../sandbox/synthetic/report.ts'
import type { Court } from './cases.ts'

/** Where the official client is wrong about filters in the words of reports. */
export const filterDefects = async ({ client, official, tally, project }: Court): Promise<void> => {
  const [entity = '', name = ''] = project.split('/')
  const plain = await official.ask({ ask: 'to_mongo', path: '', name: "State == 'finished' and optimizer == 'adam'" })
  const wanted = { $or: [{ $and: [{ state: 'finished' }, { 'config.optimizer.value': 'adam' }] }] }
  tally.same('a plain filter in the words of reports', E.right({ filter: wanted }), plain)

  const told: Array<unknown> = []
  for (const text of [
    "not State == 'finished'",
    "State == 'finished' and (JobType == 'train' or JobType == 'eval')",
    'model.width == 1',
  ]) {
    const answer = await official.ask({ ask: 'to_mongo', path: '', name: text })
    told.push(E.isRight(answer) ? (answer.right.raised ?? answer.right.filter) : answer.left)
  }
  const either = { op: 'OR', filters: [where('run', 'jobType', '=', 'train'), where('run', 'jobType', '=', 'eval')] }
  const nested = { op: 'AND', filters: [where('run', 'state', '!=', 'failed'), either] }
  const dotted = where('config', 'model.width.value', '=', 1)
  const query = (filters: unknown) =>
    reportRuns(
      { entity, project: name },
      { name: undefined, openRunSet: 0, runSets: [runSet({ filters })], panels: [] },
    )
  const asked = query(nested)
  const ours = await orThrow(loadRuns({ ...asked, project, fields: [] })(client))
  const filters = { $and: [{ state: { $ne: 'failed' } }, { jobType: { $in: ['train', 'eval'] } }] }
  const same = await orThrow(loadRuns({ project, filters, fields: [], order: asked?.order })(client))
  const name2 = query({ op: 'AND', filters: [dotted] })
  tally.defect(
    'D17',
    'filters with "not", a group in a group or a dotted name fail there, and are translated or named here',
    told.every((text) => typeof text === 'string' && /Error/.test(text)),
    ours.runs.length > 0 &&
      asked?.untranslated.length === 0 &&
      isDeepStrictEqual(ours.runs.map(runId), same.runs.map(runId)) &&
      (name2?.untranslated.length === 1 || JSON.stringify(name2?.filters).includes('width')),
    { told, asked, name2 },
  )
}

/** Where the official client is wrong about the end of a run. */
export const waitDefects = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const [entity = ''] = project.split('/')
  const [some] = sandbox.store.projects.flatMap(({ runs }) => runs as ReadonlyArray<RunLine>)
  for (const state of ['finished', 'crashed', 'failed', 'killed', 'preempted']) {
    sandbox.store.add({ ...(some as RunLine), kind: 'run', id: `wait-${state}`, project: 'waiting', state } as RunLine)
    const path = `${entity}/waiting/wait-${state}`
    const waited = await official.ask({ ask: 'wait', path })
    const run = await orThrow(waitForRun({ run: path, every: 1000, signal: AbortSignal.timeout(10_000) })(client))
    const ended = E.isRight(waited) && waited.right.ended === true
    if (['killed', 'preempted'].includes(state))
      tally.defect(
        'D18',
        `waiting for a run that was ${state} never ends there; here it ends`,
        E.isRight(waited) && !ended,
        runHasEnded(run),
        waited,
      )
    else tally.holds(`a run that ${state} has ended on both sides`, ended && runHasEnded(run), waited)
  }
}

/** Where the official client is wrong about errors and time limits. */
export const patienceDefects = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const { runs } = await orThrow(loadRuns({ project, fields: [], limit: 2 })(client))
  const [first, second] = runs.map(({ id }) => `${project}/${id}`)
  const said = 'the licence of this server has ended'
  const refuse = (): void => {
    sandbox.faults.clear()
    sandbox.faults.add({ kind: 'status', status: 403, body: { error: said }, when: { operation: /Run$/ } })
  }
  refuse()
  const theirs = await official.ask({ ask: 'run', path: `${project}/no-licence` })
  refuse()
  const ours = await loadRun(`${project}/no-licence`)(client)()
  sandbox.faults.clear()
  tally.defect(
    'D13',
    'what the server says in {"error": …} is lost there, and told here',
    E.isLeft(theirs) && !theirs.left.includes(said),
    E.isLeft(ours) && ours.left.message.includes(said),
    { theirs, ours },
  )

  const busy = (): void => {
    sandbox.faults.clear()
    sandbox.faults.add({ kind: 'status', status: 503, body: 'busy', when: { operation: /^Run$/, times: 2 } })
  }
  busy()
  const impatient = await official.ask({ ask: 'impatient', path: second ?? '', samples: 1 })
  busy()
  const patient = clientFromEnv({ env: {}, apiKey: sandbox.apiKey, baseUrl: sandbox.url, timeoutMs: 1000 })
  const run = await loadRun(first ?? '')(patient)()
  sandbox.faults.clear()
  tally.defect(
    'D25',
    'the time limit of a request ends its retries there; here it is one for each attempt',
    E.isRight(impatient) && impatient.right.error !== undefined,
    E.isRight(run),
    { impatient, run: E.isRight(run) || run.left },
  )
}
