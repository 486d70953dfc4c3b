import { formatTime } from './records/time.ts'
import type { Store } from './store/store.ts'
import { SyntheticArtifacts } from './synthetic/artifacts.ts'
import { reportLine } from './synthetic/report.ts'
import { SyntheticRun } from './synthetic/run.ts'
import type { Shape } from './synthetic/shape.ts'
import { configKey, summaryKey } from './synthetic/values.ts'

export interface SyntheticOptions {
  readonly runs: number
  /** The same seed generates the same runs. */
  readonly seed?: number
  readonly entity?: string
  readonly project?: string
  readonly configKeys?: number
  readonly summaryKeys?: number
  readonly historyRows?: number
  /** The number of metrics in a history row. */
  readonly historyMetrics?: number
  readonly filesPerRun?: number
  /** The number of artifact versions that each run logs. */
  readonly artifactsPerRun?: number
  /** The number of versions for single runs, by index: `{ 0: 350 }`. */
  readonly artifactsOf?: Readonly<Record<number, number>>
  readonly usedArtifactsPerRun?: number
  readonly users?: number
  /** The number of reports in the project. */
  readonly reports?: number
  /** The creation time of the first run. */
  readonly start?: Date
  readonly spacingSeconds?: number
}

/** Adds a project of synthetic runs. A run takes a few bytes and is computed on access. */
export function addSynthetic(store: Store, options: SyntheticOptions): void {
  const { seed = 1, entity = 'synthetic', project = 'training', configKeys = 20, summaryKeys = 20 } = options
  const start = (options.start ?? new Date('2026-01-01T00:00:00Z')).getTime()
  const spacing = (options.spacingSeconds ?? 60) * 1000
  const users = options.users ?? 3
  for (let user = 1; user <= users; user += 1)
    store.addUser({ username: `user-${user}`, name: `User ${user}`, email: `user-${user}@example.com` })
  const opened = store.openProject({
    entity,
    name: project,
    description: null,
    createdAt: formatTime(start),
    user: 'user-1',
  })

  const index = (count: number, name: (key: number) => string): ReadonlyMap<string, number> =>
    new Map(Array.from({ length: count }, (_, key) => [name(key), key]))
  const artifacts = new SyntheticArtifacts({
    seed,
    entity,
    project,
    runs: options.runs,
    perRun: options.artifactsPerRun ?? 0,
    special: options.artifactsOf ?? {},
    usedPerRun: options.usedArtifactsPerRun ?? 0,
    start,
    spacing,
    runId: (run) => new SyntheticRun(shape, run).id,
  })
  const shape: Shape = {
    seed,
    entity,
    project,
    configKeys,
    summaryKeys,
    historyRows: options.historyRows ?? 0,
    historyMetrics: options.historyMetrics ?? 5,
    filesPerRun: options.filesPerRun ?? 0,
    users,
    start,
    spacing,
    configStems: Array.from({ length: configKeys }, (_, key) => `,"${configKey(key)}":{"desc":null,"value":`),
    summaryStems: Array.from({ length: summaryKeys }, (_, key) => `,"${summaryKey(key)}":`),
    configIndex: index(configKeys, configKey),
    summaryIndex: index(summaryKeys, summaryKey),
    artifacts,
  }
  for (let run = 0; run < options.runs; run += 1) opened.addRun(new SyntheticRun(shape, run))
  if (artifacts.collection.versions.length > 0) opened.addCollection(artifacts.collection)
  for (let report = 0; report < (options.reports ?? 0); report += 1)
    opened.reports.push(
      reportLine({ entity, project, number: report, createdAt: formatTime(start + report * spacing) }),
    )
  store.addArtifacts((id) => artifacts.byId(id))
}
