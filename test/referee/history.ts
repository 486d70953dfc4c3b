import * as E from 'fp-ts/lib/Either.js'
import { loadEvents, loadHistories, loadHistory, orThrow, sampleHistory } from 'wandb-run-ops/loader'
import { historyFromRows, historyRows } from 'wandb-run-ops/ops'
import type { History } from 'wandb-run-ops/types'
import type { RunLine } from '../../sandbox/index.ts'
import type { Court } from './cases.ts'
import type { Answer } from './official.ts'

type Row = Readonly<Record<string, unknown>>

const rowsOf = (history: History): ReadonlyArray<Row> => historyRows(history).map((row) => ({ ...row }))

/** The official client's rows as ours: names of nested metrics joined, quoted non-finite numbers read. */
const theirs = (answer: Answer, step: 'logged' | 'row' = 'logged'): ReadonlyArray<Row> =>
  E.isLeft(answer) ? [{ error: answer.left }] : rowsOf(historyFromRows(answer.right as ReadonlyArray<Row>, { step }))

const runsOf = ({ sandbox, project }: Court) => {
  const [entity = '', name = ''] = project.split('/')
  return (sandbox.store.project(entity, name)?.runs ?? []).filter(({ history }) => history.length > 1)
}

/** The metrics that are numbers in every row of a run. */
const keysOf = ({ history }: { readonly history: ReadonlyArray<string> }): ReadonlyArray<string> => {
  const { keys, columns, length } = historyFromRows(history)
  return keys.filter((key) => {
    const column = columns[key]
    return (
      column?.type === 'number' &&
      !key.startsWith('_') &&
      column.present.length === length &&
      !column.present.includes(0)
    )
  })
}

/** Rows that the server chooses, and the machine's metrics. */
export const sampledHistory = async (court: Court): Promise<void> => {
  const { client, official, tally, project } = court
  for (const run of runsOf(court).slice(0, 12)) {
    const path = `${project}/${run.id}`
    for (const samples of [5, 500]) {
      const ours = await orThrow(sampleHistory({ run: path, samples })(client))
      const answer = await official.ask({ ask: 'history', path, samples })
      tally.same(`${samples} rows of ${run.id}`, rowsOf(ours), theirs(answer))
      const keys = keysOf(run).slice(0, 2)
      if (keys.length > 0) {
        const some = await orThrow(sampleHistory({ run: path, keys, samples })(client))
        const chosen = await official.ask({ ask: 'history', path, keys, samples })
        tally.same(`${samples} rows of ${run.id} with ${keys.join(' and ')}`, rowsOf(some), theirs(chosen))
      }
    }
    const events = await orThrow(loadEvents({ run: path })(client))
    const stream = await official.ask({ ask: 'history', path, samples: 10_000, stream: 'system' })
    tally.same(`events of ${run.id}`, rowsOf(events), theirs(stream, 'row'))
  }
}

/** Every row within bounds, of some metrics, read through the API. */
export const scannedHistory = async (court: Court): Promise<void> => {
  const { client, official, tally, project, version } = court
  // It gives the steps only to those who ask for them; `stepless` shows it.
  const stepKeys = version === '0.19' ? ['_step'] : []
  for (const run of runsOf(court).slice(0, 12)) {
    const path = `${project}/${run.id}`
    const { steps } = historyFromRows(run.history)
    const middle = steps[Math.floor(steps.length / 2)] ?? 0
    const keys = keysOf(run).slice(0, 1)
    for (const [min, max] of [
      [undefined, undefined],
      [middle, undefined],
      [undefined, middle],
      [1, middle],
    ]) {
      for (const only of keys.length === 0 ? [undefined] : [undefined, keys]) {
        // With metrics it asks the server for samples, whose last step is one of them.
        const end = version === '0.19' && only !== undefined && max !== undefined ? max + 1 : max
        const query = { run: path, keys: only, minStep: min, maxStep: end }
        const ours = await orThrow(loadHistory(query)(client))
        const answer = await official.ask({
          ask: 'scan',
          path,
          use_cache: false,
          ...(only === undefined ? {} : { keys: [...only, ...stepKeys] }),
          ...(min === undefined ? {} : { min_step: min }),
          ...(max === undefined ? {} : { max_step: max }),
        })
        const what = `${only?.join() ?? 'everything'} of ${run.id} from ${min ?? 'the first'} to ${max ?? 'the last'}`
        tally.same(what, rowsOf(ours), theirs(answer))
      }
    }
  }
}

/** Rows of some metrics that come without their steps, in the version that does so. */
export const stepless = async (court: Court): Promise<void> => {
  const { client, official, tally, project, version } = court
  const [run] = runsOf(court)
  const keys = run === undefined ? [] : keysOf(run).slice(0, 1)
  const path = `${project}/${run?.id}`
  const answer = await official.ask({ ask: 'scan', path, keys, use_cache: false })
  const rows: ReadonlyArray<Row> = E.isRight(answer) ? answer.right : []
  const ours = await orThrow(loadHistory({ run: path, keys })(client))
  tally.holds(
    `rows of some metrics come ${version === '0.19' ? 'without their steps there, and with them' : 'with their steps there and'} here`,
    rows.length === ours.length && rows.every((row) => '_step' in row === (version !== '0.19')),
    answer,
  )
}

const growing = (sandbox: Court['sandbox'], id: string, rows: number): { readonly run: RunLine; grow: () => void } => {
  const text = (step: number): string => JSON.stringify({ _step: step, loss: 1 / (1 + step) })
  const history = Array.from({ length: rows }, (_, step) => text(step))
  const [some] = sandbox.store.projects.flatMap((project) => project.runs as ReadonlyArray<RunLine>)
  const run: RunLine = {
    ...(some as RunLine),
    kind: 'run',
    id,
    project: 'growing',
    state: 'running',
    historyKeys: { keys: { loss: { typeCounts: [{ type: 'number', count: rows }] } }, lastStep: rows - 1 } as never,
    history,
  }
  sandbox.store.add(run)
  return { run, grow: () => history.push(text(history.length)) }
}

/** Where the official client is wrong about histories that are read through the API. */
export const historyDefects = async (court: Court): Promise<void> => {
  const { client, official, sandbox, tally, project } = court
  const [entity = ''] = project.split('/')

  const whileGrowing = async <A>(id: string, ask: (path: string) => Promise<A>): Promise<A> => {
    const { grow } = growing(sandbox, id, 50)
    sandbox.faults.add({ kind: 'latency', ms: 400, when: { operation: 'HistoryPage', times: 1 } })
    const answer = ask(`${entity}/growing/${id}`)
    const timer = setTimeout(() => Array.from({ length: 10 }, grow), 200)
    const result = await answer
    clearTimeout(timer)
    sandbox.faults.clear()
    return result
  }
  const scanned = await whileGrowing('scanned', (path) => official.ask({ ask: 'scan', path, use_cache: false }))
  const loaded = await whileGrowing('loaded', (path) => orThrow(loadHistory({ run: path })(client)))
  tally.defect(
    'D19',
    'rows that come during a scan are left out there, and come here',
    E.isRight(scanned) && scanned.right.length === 50,
    loaded.length === 60,
    { theirs: E.isRight(scanned) ? scanned.right.length : scanned.left, ours: loaded.length },
  )

  const frame = await official.ask({ ask: 'histories', path: project, samples: 5, format: 'polars' })
  const { items, complete, failures } = await orThrow(loadHistories({ project, samples: 5 })(client))
  tally.defect(
    'D15',
    'histories of runs that log different metrics fail there, and come here',
    E.isLeft(frame) && /DataFrame of width/.test(frame.left),
    complete && failures.length === 0 && items.length > 1,
    frame,
  )
}
