import { clientFromEnv } from 'wandb-run-ops/node'
import { startSandbox } from '../../sandbox/index.ts'
import { artifactContents } from './artifactContents.ts'
import { artifactRegistry, artifactVersions } from './artifacts.ts'
import { artifacts, type Court, heavy, light, lists, single } from './cases.ts'
import { defects } from './defects.ts'
import { documents } from './documents.ts'
import { filterDefects, patienceDefects, waitDefects } from './errorDefects.ts'
import { files } from './files.ts'
import { historyDefects, sampledHistory, scannedHistory, stepless } from './history.ts'
import { listDefects } from './listDefects.ts'
import { documentedMembers } from './members.ts'
import { startOfficial } from './official.ts'
import { startOutside } from './outside.ts'
import { exportDefects, exportedFiles, exportedHistory } from './parquet.ts'
import { people, peopleDefects, projects } from './projects.ts'
import { reportRunsCases, reports } from './reports.ts'
import { lacks } from './standing.ts'
import { sweeps } from './sweeps.ts'
import { makeTally, type Tally } from './tally.ts'
import { installedPython, type Version, versions } from './venv.ts'

const hearings = [
  light,
  lists,
  heavy,
  artifacts,
  single,
  defects,
  listDefects,
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
  stepless,
  historyDefects,
  exportedHistory,
  exportedFiles,
  exportDefects,
  filterDefects,
  waitDefects,
  patienceDefects,
]

/** Compares us with one version of the official client, on a server of its own. */
export const hearVersion = async (version: Version): Promise<Tally> => {
  const python = installedPython(version)
  const sandbox = await startSandbox()
  const outside = await startOutside()
  const official = startOfficial(python, sandbox.url, sandbox.apiKey, outside)
  const client = clientFromEnv({ env: {}, apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const tally = makeTally(version)
  const court: Court = { client, official, sandbox, tally, version, project: 'harbor-lab/digits' }
  for (const hear of hearings) {
    try {
      await hear(court)
    } catch (error) {
      tally.holds(hear.name, false, error instanceof Error ? error.message : error)
    }
  }
  documents(sandbox, tally)
  if (version === versions[0]) documentedMembers(python, tally)
  const asked = await official.ask({ ask: 'outside', path: '' })
  tally.same('it asks for no other host', { _tag: 'Right', right: [] }, asked)
  tally.same('nothing goes out through a proxy', [], outside.asked)
  tally.same('it lacks what is known to be lacking, and nothing else', lacks[version].join(), tally.lacks().join())
  if (tally.lacks().length > 0) console.log(`${version} has no ${tally.lacks().join(', ')}`)
  await official.close()
  await outside.close()
  await sandbox.close()
  return tally
}
