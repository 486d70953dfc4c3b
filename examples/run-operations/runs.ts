import { connect, type RunWith, runId } from 'wandb-run-ops'
import { type Line, startSandbox } from '../../sandbox/index.ts'
import { lines } from './lines.ts'

/** A run of the examples: light fields, config, summary and artifact versions. */
export type Run = RunWith<'config' | 'summary' | 'loggedArtifactVersions' | 'usedArtifactVersions'>

const sandbox = await startSandbox({ records: lines satisfies ReadonlyArray<Line> })
const wandb = connect({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })

const loaded = await wandb.runs('team/vision', {
  fields: ['config', 'summary', 'loggedArtifactVersions', 'usedArtifactVersions'],
})
await sandbox.close()

const byId = (id: string): Run => {
  const run = loaded.runs.find((run) => runId(run) === id)
  if (run === undefined) throw new Error(`there is no run ${id}`)
  return run
}

/** A finished training. */
export const baseline: Run = byId('a1b2c3d4')

/** A running evaluation. */
export const experiment: Run = byId('e5f6a7b8')

/** A run that crashed at once. */
export const crashed: Run = byId('c9d0e1f2')

/** All three. */
export const runs: Array<Run> = [baseline, experiment, crashed]
