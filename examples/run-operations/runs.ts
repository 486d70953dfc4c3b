import { type InlineField, type RunWith, runCodec } from 'wandb-run-ops/types'

const heavyFields = [
  'config',
  'summary',
  'loggedArtifactVersions',
  'usedArtifactVersions',
] as const satisfies InlineField[]

/** A run of the examples: light fields, config, summary and artifact versions. */
export type Run = RunWith<(typeof heavyFields)[number]>

const codec = runCodec(heavyFields, { entity: 'team', project: 'vision', appUrl: 'https://wandb.ai' })

const artifact = (name: string, type: string, version: number, aliases: ReadonlyArray<string>, size: number) => ({
  node: {
    id: btoa(`Artifact:${name}:${version}`),
    versionIndex: version,
    size,
    digest: '64e7c61456b10382e2f3b571ac24b659',
    createdAt: '2026-11-21T10:30:00',
    artifactType: { name: type },
    artifactSequence: { name, project: { name: 'vision', entityName: 'team' } },
    aliases: aliases.map((alias) => ({ alias })),
  },
})

const nodes = [
  {
    id: 'UnVuOjE=',
    name: 'a1b2c3d4',
    displayName: 'swift-sun-1',
    state: 'finished',
    jobType: 'train',
    createdAt: '2026-11-20T10:00:00',
    heartbeatAt: '2026-11-20T12:05:30',
    user: { id: 'VXNlcjox', username: 'john_doe', name: 'John Doe' },
    config: '{"learning_rate": {"value": 0.001}, "batch_size": {"value": 32}}',
    summaryMetrics: '{"accuracy": 0.97, "best_val_loss": 0.08, "val_loss": 0.09, "training_time_seconds": 7500}',
    outputArtifacts: {
      edges: [artifact('model', 'model', 2, ['v2'], 1800), artifact('model', 'model', 3, ['latest', 'v3'], 1921)],
    },
    inputArtifacts: { edges: [artifact('training-data', 'dataset', 2, ['v2'], 52_000)] },
  },
  {
    id: 'UnVuOjI=',
    name: 'e5f6a7b8',
    displayName: 'brave-lake-2',
    state: 'running',
    jobType: 'eval',
    createdAt: '2026-11-21T10:00:00',
    heartbeatAt: '2026-11-21T10:40:00',
    user: { id: 'VXNlcjoy', username: 'ada', name: 'Ada Lovelace' },
    config: '{"learning_rate": {"value": 0.1}, "batch_size": {"value": 32}}',
    summaryMetrics: '{"accuracy": 0.91, "val_loss": 0.3}',
    outputArtifacts: { edges: [artifact('evaluation-data', 'dataset', 0, ['latest', 'v0'], 640)] },
    inputArtifacts: null,
  },
  {
    id: 'UnVuOjM=',
    name: 'c9d0e1f2',
    displayName: null,
    state: 'crashed',
    jobType: null,
    createdAt: '2026-11-10T10:00:00',
    heartbeatAt: null,
    user: null,
    config: null,
    summaryMetrics: null,
    outputArtifacts: null,
    inputArtifacts: null,
  },
]

const decode = (node: unknown): Run => {
  const run = codec.decode(node)
  if (run._tag === 'Left') throw new Error('a run of the examples cannot be decoded')
  return run.right
}

/** A finished training, a running evaluation, and a run that crashed at once. */
export const [baseline, experiment, crashed] = nodes.map(decode) as [Run, Run, Run]

/** All three. */
export const runs: Array<Run> = [baseline, experiment, crashed]
