import type { ArtifactVersion, RunFields, RunId, StorageId, User } from 'wandb-run-ops/types'

/** A time on one day, in UTC. */
export const at = (time: string): Date => new Date(`2026-11-21T${time}Z`)

/** A user with some fields of its own. */
export const aUser = (fields: Partial<User> = {}): User => ({
  id: 'VXNlcjox' as StorageId,
  username: 'ada',
  name: 'Ada Lovelace',
  ...fields,
})

/** An artifact version with some fields of its own. */
export const aVersion = (fields: Partial<ArtifactVersion> = {}): ArtifactVersion => ({
  id: 'QXJ0aWZhY3Q6MQ==' as StorageId,
  entity: 'team',
  project: 'vision',
  name: 'model',
  version: 3,
  alias: 'latest',
  aliases: ['latest', 'v3'],
  type: 'model',
  state: 'COMMITTED',
  size: 1921,
  digest: '64e7c61456b10382e2f3b571ac24b659',
  description: 'trained on the second data set',
  metadata: { epochs: 10 },
  fileCount: 3,
  commitHash: '3f2a91c',
  historyStep: 120,
  createdAt: at('10:30:00'),
  updatedAt: at('10:45:00'),
  ...fields,
})

/** A run with every field, some of its own. */
export const aRun = (fields: Partial<RunFields> = {}): RunFields => ({
  id: 'a1b2c3d4' as RunId,
  storageId: 'UnVuOjE=' as StorageId,
  entity: 'team',
  project: 'vision',
  displayName: 'swift-sun-1',
  state: 'finished',
  createdAt: at('10:00:00'),
  heartbeatAt: at('11:00:00'),
  tags: ['baseline', 'best'],
  group: 'seeds',
  jobType: 'train',
  sweepName: 's1w2e3p4',
  user: aUser(),
  notes: 'try a larger batch',
  description: 'baseline',
  commit: '3f2a91c',
  readOnly: false,
  historyLineCount: 100,
  computeSeconds: 3500,
  appUrl: 'https://wandb.ai',
  internal: { config: {}, summary: {} },
  config: { learning_rate: 0.001 },
  summary: { accuracy: 0.97 },
  systemMetrics: { 'system.cpu': 12.5 },
  historyKeys: { keys: { loss: { monotonic: false } }, lastStep: 99 },
  loggedArtifactVersions: [],
  usedArtifactVersions: [],
  history: { keys: [], length: 0, steps: new Float64Array(0), columns: {}, sampled: false },
  ...fields,
})
