import type { Sandbox } from '../../sandbox/index.ts'
import { formatTime } from '../../sandbox/records/time.ts'
import { SyntheticArtifacts } from '../../sandbox/synthetic/artifacts.ts'
import type { Shape } from '../../sandbox/synthetic/shape.ts'
import { configKey, summaryKey } from '../../sandbox/synthetic/values.ts'
import { BenchRun } from './BenchRun.ts'
import { ENTITY, type ProjectData, SPACING, START } from './data.ts'
import { parquetFile } from './parquetFile.ts'

const SEED = 1
const USERS = 3

const shapeOf = ({ project, runs, configKeys, summaryKeys, historyRows, historyMetrics }: ProjectData): Shape => {
  const base = { seed: SEED, entity: ENTITY, project, start: START, spacing: SPACING }
  return {
    ...base,
    configKeys,
    summaryKeys,
    historyRows: historyRows ?? 0,
    historyMetrics: historyMetrics ?? 0,
    filesPerRun: 0,
    users: USERS,
    configStems: Array.from({ length: configKeys }, (_, key) => `,"${configKey(key)}":{"value":`),
    summaryStems: Array.from({ length: summaryKeys }, (_, key) => `,"${summaryKey(key)}":`),
    configIndex: new Map(Array.from({ length: configKeys }, (_, key) => [configKey(key), key])),
    summaryIndex: new Map(Array.from({ length: summaryKeys }, (_, key) => [summaryKey(key), key])),
    artifacts: new SyntheticArtifacts({ ...base, runs, perRun: 0, special: {}, usedPerRun: 0, runId: String }),
  }
}

/** Adds a project of synthetic runs to a sandbox. */
export function addProject({ store, exports }: Sandbox, data: ProjectData): void {
  for (let user = 1; user <= USERS; user += 1)
    store.addUser({ username: `user-${user}`, name: `User ${user}`, email: `user-${user}@example.com` })
  const options = {
    entity: ENTITY,
    name: data.project,
    description: null,
    createdAt: formatTime(START),
    user: 'user-1',
  }
  const project = store.openProject(options)
  const shape = shapeOf(data)
  const runs = Array.from({ length: data.runs }, (_, run) => new BenchRun(shape, run))
  for (const run of runs) project.addRun(run)

  const { parquetFiles = 0, historyRows = 0, historyMetrics = 0 } = data
  const rows = historyRows / parquetFiles
  const first = runs[0]
  if (parquetFiles > 0 && first !== undefined)
    exports.give(
      `${ENTITY}/${data.project}/${first.id}`,
      Array.from({ length: parquetFiles }, (_, file) => parquetFile(file * rows, rows, historyMetrics)),
    )
}
