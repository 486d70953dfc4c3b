import { startSandbox } from '../../sandbox/index.ts'
import { addProject } from './addProject.ts'
import type { ProjectData } from './data.ts'
import { ReplayServer } from './ReplayServer.ts'

/** What a server process serves, passed to it as JSON. */
export interface ServerOptions {
  readonly projects: ReadonlyArray<ProjectData>
  readonly latencyMs: number
}

const { projects, latencyMs } = JSON.parse(process.argv[2] ?? '') as ServerOptions
const sandbox = await startSandbox({ records: [] })
for (const project of projects) addProject(sandbox, project)
const replay = new ReplayServer(sandbox, latencyMs)
await replay.start()

process.on('message', () => process.send?.(replay.takeTraffic()))
process.on('disconnect', () => process.exit())
process.send?.({ url: replay.url, storageUrl: replay.storageUrl, apiKey: sandbox.apiKey, latencyMs })
