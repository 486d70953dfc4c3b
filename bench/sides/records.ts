import * as E from 'fp-ts/lib/Either.js'
import { historyFromRows } from 'wandb-run-ops/ops'
import { decodeRun, type RunWith } from 'wandb-run-ops/types'

/** A run with every field that the operations read. */
export type LoadedRun = RunWith<
  'config' | 'summary' | 'systemMetrics' | 'loggedArtifactVersions' | 'usedArtifactVersions' | 'history'
>

const FIELDS = ['config', 'summary', 'systemMetrics', 'loggedArtifactVersions', 'usedArtifactVersions'] as const

export const OPTIMIZERS: ReadonlyArray<string> = ['adam', 'adamw', 'sgd', 'lion']

const timeAt = (minute: number): string => new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString()

const artifactNode = (run: number, version: number): unknown => ({
  id: `artifact-${run}-${version}`,
  state: 'COMMITTED',
  size: 1_000 + version,
  digest: `digest-${version}`,
  description: null,
  metadata: null,
  fileCount: 1,
  commitHash: null,
  historyStep: null,
  createdAt: timeAt(run),
  updatedAt: timeAt(run),
  versionIndex: version,
  artifactType: { name: 'model' },
  artifactSequence: { name: 'model', project: { entityName: 'bench', name: 'runs' } },
  aliases: [{ alias: `v${version}` }, { alias: version % 2 === 0 ? 'latest' : 'best' }],
})

/** Returns the GraphQL node of a run. Every tenth has no display name, every twentieth no heartbeat. */
const nodeOf = (run: number): unknown => ({
  id: `storage-${run}`,
  name: `run-${run}`,
  displayName: run % 10 === 0 ? null : `bright-run-${run}`,
  state: run % 8 === 0 ? 'crashed' : 'finished',
  createdAt: timeAt(run),
  heartbeatAt: run % 20 === 0 ? null : timeAt(run + (run % 600)),
  tags: ['baseline'],
  group: `group-${run % 10}`,
  jobType: run % 5 === 0 ? null : 'train',
  sweepName: null,
  user: { id: `user-${run % 3}`, username: `user-${run % 3}`, name: `User ${run % 3}` },
  notes: null,
  description: null,
  commit: null,
  readOnly: false,
  historyLineCount: 100,
  computeSeconds: run % 3600,
  config: JSON.stringify({
    learning_rate: { value: (run % 100) / 1000 },
    optimizer: { value: OPTIMIZERS[(run * 7) % OPTIMIZERS.length] },
    use_amp: { value: run % 3 !== 0 },
    batch_size: { value: 2 ** (run % 8) },
  }),
  summaryMetrics: JSON.stringify({ accuracy: ((run * 31) % 1000) / 1000, loss: ((run * 17) % 1000) / 500 }),
  systemMetrics: '{"system.cpu":50}',
  outputArtifacts: { edges: [0, 1].map((offset) => ({ node: artifactNode(run, 2 * (run % 50) + offset) })) },
  inputArtifacts: { edges: [{ node: artifactNode(run, run % 50) }] },
})

/** Makes runs the way the loader does, by decoding nodes. */
export const makeRecords = (count: number): ReadonlyArray<LoadedRun> => {
  const decode = decodeRun(FIELDS, { entity: 'bench', project: 'runs', appUrl: 'https://wandb.ai' })
  const history = historyFromRows([{ _step: 0, loss: 1 }])
  return Array.from({ length: count }, (_, run) => {
    const decoded = decode(nodeOf(run))
    if (E.isLeft(decoded)) throw new Error(JSON.stringify(decoded.left))
    return Object.freeze({ ...decoded.right, history })
  })
}
