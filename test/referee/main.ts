import { clientFromEnv } from 'wandb-run-ops/node'
import { startSandbox } from '../../sandbox/index.ts'
import { artifactContents } from './artifactContents.ts'
import { artifactRegistry, artifactVersions } from './artifacts.ts'
import { artifacts, type Court, heavy, light, lists, single } from './cases.ts'
import { defects } from './defects.ts'
import { documents } from './documents.ts'
import { files } from './files.ts'
import { historyDefects, sampledHistory, scannedHistory } from './history.ts'
import { startOfficial } from './official.ts'
import { exportDefects, exportedFiles, exportedHistory } from './parquet.ts'
import { people, peopleDefects, projects, reportRunsCases, reports } from './projects.ts'
import { clickhouseSql } from './sql.ts'
import { sweeps } from './sweeps.ts'
import { makeTally } from './tally.ts'
import { officialPython } from './venv.ts'

const python = officialPython()
const sandbox = await startSandbox()
const official = startOfficial(python, sandbox.url, sandbox.apiKey)
const client = clientFromEnv({ env: {}, apiKey: sandbox.apiKey, baseUrl: sandbox.url })
const tally = makeTally()
const court: Court = { client, official, sandbox, tally, project: 'harbor-lab/digits' }

for (const hear of [
  light,
  lists,
  heavy,
  artifacts,
  single,
  defects,
  artifactRegistry,
  artifactVersions,
  artifactContents,
  files,
  sweeps,
  projects,
  people,
  reports,
  reportRunsCases,
  peopleDefects,
  sampledHistory,
  scannedHistory,
  historyDefects,
  exportedHistory,
  exportedFiles,
  exportDefects,
  clickhouseSql,
]) {
  try {
    await hear(court)
  } catch (error) {
    tally.holds(hear.name, false, error instanceof Error ? error.message : error)
  }
}
documents(sandbox, tally)
official.close()
await sandbox.close()

const { passed, failed } = tally.counts()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
