import { startSandbox } from '../../sandbox/index.ts'
import { addProject } from './addProject.ts'
import type { ProjectData } from './data.ts'
import { Replay } from './Replay.ts'

/** What a server process is told. */
export interface Served {
  readonly projects: ReadonlyArray<ProjectData>
  readonly latencyMs: number
}

const { projects, latencyMs } = JSON.parse(process.argv[2] ?? '') as Served
const sandbox = await startSandbox({ records: [] })
for (const project of projects) addProject(sandbox, project)
const replay = new Replay(sandbox, latencyMs)
await replay.start()

process.on('message', () => process.send?.(replay.seen()))
process.on('disconnect', () => process.exit())
process.send?.({ url: replay.url, storageUrl: replay.storageUrl, apiKey: sandbox.apiKey })
