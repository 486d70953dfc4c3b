import type { Sandbox } from '../../sandbox/index.ts'
import { naive } from '../../sandbox/store/time.ts'
import { SyntheticArtifacts } from '../../sandbox/synthetic/artifacts.ts'
import type { Shape } from '../../sandbox/synthetic/shape.ts'
import { configKey, summaryKey } from '../../sandbox/synthetic/values.ts'
import { BenchRun } from './BenchRun.ts'
import { ENTITY, type ProjectData, SPACING, START } from './data.ts'
import { parquetFile } from './parquetFile.ts'

const SEED = 1
const USERS = 3

const shapeOf = ({ project, runs, configKeys, summaryKeys, historyRows, historyMetrics }: ProjectData): Shape => {
  const place = { seed: SEED, entity: ENTITY, project, start: START, spacing: SPACING }
  return {
    ...place,
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
    artifacts: new SyntheticArtifacts({ ...place, runs, perRun: 0, special: {}, usedPerRun: 0, runId: String }),
  }
}

/** Adds a project of made runs to a sandbox. */
export function addProject({ store, exports }: Sandbox, data: ProjectData): void {
  for (let user = 1; user <= USERS; user += 1)
    store.addUser({ username: `user-${user}`, name: `User ${user}`, email: `user-${user}@example.com` })
  const facts = { entity: ENTITY, name: data.project, description: null, createdAt: naive(START), user: 'user-1' }
  const project = store.openProject(facts)
  const shape = shapeOf(data)
  const made = Array.from({ length: data.runs }, (_, run) => new BenchRun(shape, run))
  for (const run of made) project.addRun(run)

  const { parquetFiles = 0, historyRows = 0, historyMetrics = 0 } = data
  const rows = historyRows / parquetFiles
  const first = made[0]
  if (parquetFiles > 0 && first !== undefined)
    exports.give(
      `${ENTITY}/${data.project}/${first.id}`,
      Array.from({ length: parquetFiles }, (_, file) => parquetFile(file * rows, rows, historyMetrics)),
    )
}
