import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import {
  ordRunBySummary,
  type RunWith,
  runConfigAt,
  runLoggedArtifactVersions,
  runName,
  runRuntime,
  runState,
  runSummaryAt,
} from 'wandb-run-ops'

/** The fields that the report reads. */
export const fields = ['config', 'summary', 'loggedArtifactVersions'] as const

/** A run with the fields that the report reads. */
export type ReportRun = RunWith<(typeof fields)[number]>

/** A table: column names, and rows with one cell per column. */
export interface Table {
  readonly title: string
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

const isNumber = (u: unknown): u is number => typeof u === 'number' && Number.isFinite(u)

const cell = (u: unknown): string => (isNumber(u) ? `${Number(u.toPrecision(4))}` : String(u ?? '–'))

const duration = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const rest = Math.round(seconds % 60)
  return minutes >= 60
    ? `${Math.floor(minutes / 60)}h ${minutes % 60}m`
    : minutes > 0
      ? `${minutes}m ${rest}s`
      : `${rest}s`
}

const modelOf = (run: ReportRun): string => {
  const model = runLoggedArtifactVersions(run)
    .filter(({ type }) => type === 'model')
    .at(-1)
  return model === undefined ? '–' : `${model.name}:v${model.version}`
}

const groupBy = (
  runs: ReadonlyArray<ReportRun>,
  key: (run: ReportRun) => unknown,
): ReadonlyMap<string, ReadonlyArray<ReportRun>> =>
  runs.reduce((groups, run) => {
    const name = cell(key(run))
    return groups.set(name, [...(groups.get(name) ?? []), run])
  }, new Map<string, ReadonlyArray<ReportRun>>())

const byState = (runs: ReadonlyArray<ReportRun>): Table => ({
  title: 'Runs by state',
  head: ['state', 'runs'],
  rows: [...groupBy(runs, runState)].map(([state, group]) => [state, `${group.length}`]),
})

/** Returns the runs that have the metric, highest first. */
export const ranked = (runs: ReadonlyArray<ReportRun>, metric: string): ReadonlyArray<ReportRun> =>
  RA.sort(ordRunBySummary(metric, 'desc'))(runs).filter((run) => isNumber(runSummaryAt(run, [metric])))

const best = (runs: ReadonlyArray<ReportRun>, metric: string): Table => ({
  title: `Top ten runs by ${metric}`,
  head: ['run', metric, 'learning rate', 'runtime', 'model'],
  rows: ranked(runs, metric)
    .slice(0, 10)
    .map((run) => [
      runName(run),
      cell(runSummaryAt(run, [metric])),
      cell(runConfigAt(run, ['learning_rate'])),
      duration(runRuntime(run)),
      modelOf(run),
    ]),
})

const byOptimizer = (runs: ReadonlyArray<ReportRun>, metric: string): Table => ({
  title: `${metric} by optimizer`,
  head: ['optimizer', 'runs', 'mean', 'best'],
  rows: [...groupBy(runs, (run) => runConfigAt(run, ['optimizer']))].flatMap(([optimizer, group]) => {
    const values = group.map((run) => runSummaryAt(run, [metric])).filter(isNumber)
    if (values.length === 0) return []
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return [[optimizer, `${values.length}`, cell(mean), cell(Math.max(...values))]]
  }),
})

/** Returns the tables of the report. */
export const report = (runs: ReadonlyArray<ReportRun>, metric: string): ReadonlyArray<Table> => [
  byState(runs),
  best(runs, metric),
  byOptimizer(runs, metric),
]
