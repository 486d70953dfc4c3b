import { historyFromRows } from 'wandb-run-ops/ops'
import type {
  ArtifactFields,
  ArtifactType,
  ArtifactVersion,
  Entity,
  ProjectOverview,
  Report,
  RunFields,
  RunFile,
  RunId,
  StorageId,
  Sweep,
  User,
  UserAccount,
} from 'wandb-run-ops/types'

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
  tags: ['reviewed'],
  ttlDurationSeconds: 86400,
  ttlIsInherited: false,
  source: { entity: 'team', project: 'vision', name: 'model', version: 3 },
  appUrl: 'https://wandb.ai',
  ...fields,
})

/** A file of a run with some fields of its own. */
export const aFile = (fields: Partial<RunFile> = {}): RunFile => ({
  id: 'RmlsZTox' as StorageId,
  name: 'output.log',
  size: 1921,
  md5: 'XUFAKrxLKna5cZ2REBfFkg==',
  mimetype: 'text/plain',
  updatedAt: at('11:00:00'),
  url: 'https://api.wandb.ai/files/team/vision/a1b2c3d4/output.log',
  directUrl: 'https://storage.example.com/output.log?signature=0123',
  ...fields,
})

/** A sweep with some fields of its own. */
export const aSweep = (fields: Partial<Sweep> = {}): Sweep => ({
  id: 's1w2e3p4',
  storageId: 'U3dlZXA6MQ==' as StorageId,
  entity: 'team',
  project: 'vision',
  displayName: 'learning rates',
  method: 'grid',
  state: 'RUNNING',
  description: 'a grid over two keys',
  config: { method: 'grid', metric: { name: 'loss', goal: 'minimize' } },
  bestLoss: 0.25,
  createdAt: at('10:00:00'),
  updatedAt: at('11:00:00'),
  runCount: 32,
  expectedRunCount: 64,
  appUrl: 'https://wandb.ai',
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
  host: 'node-3',
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
  sweep: undefined,
  files: [],
  history: historyFromRows([]),
  events: historyFromRows([]),
  ...fields,
})

/** An artifact with every field, some of its own. */
export const anArtifact = (fields: Partial<ArtifactFields> = {}): ArtifactFields => ({
  id: 'QXJ0aWZhY3RDb2xsZWN0aW9uOjE=' as StorageId,
  entity: 'team',
  project: 'vision',
  name: 'model',
  type: 'model',
  kind: 'sequence',
  description: 'the weights',
  tags: ['reviewed'],
  createdAt: at('10:00:00'),
  updatedAt: at('11:00:00'),
  appUrl: 'https://wandb.ai',
  versions: [aVersion()],
  aliases: ['latest', 'v3'],
  ...fields,
})

/** An artifact type with some fields of its own. */
export const anArtifactType = (fields: Partial<ArtifactType> = {}): ArtifactType => ({
  id: 'QXJ0aWZhY3RUeXBlOjE=' as StorageId,
  entity: 'team',
  project: 'vision',
  name: 'model',
  description: 'weights',
  createdAt: at('10:00:00'),
  ...fields,
})

/** A user with an account, with some fields of its own. */
export const anAccount = (fields: Partial<UserAccount> = {}): UserAccount => ({
  ...aUser(),
  email: 'ada@example.com',
  entity: 'team',
  admin: false,
  accountType: 'USER',
  photoUrl: undefined,
  createdAt: at('09:00:00'),
  deletedAt: undefined,
  teams: ['team', 'lab'],
  ...fields,
})

/** A project with its counts and tags, with some fields of its own. */
export const aProject = (fields: Partial<ProjectOverview> = {}): ProjectOverview => ({
  id: 'UHJvamVjdDox' as StorageId,
  entity: 'team',
  name: 'vision',
  description: 'street signs',
  access: 'PRIVATE',
  createdAt: at('09:00:00'),
  updatedAt: at('11:30:00'),
  lastActiveAt: at('11:00:00'),
  isBenchmark: false,
  readOnly: false,
  user: aUser(),
  appUrl: 'https://wandb.ai',
  runCount: 84,
  sweepCount: 2,
  tags: ['baseline', 'best'],
  ...fields,
})

/** An entity with some fields of its own. */
export const anEntity = (fields: Partial<Entity> = {}): Entity => ({
  id: 'RW50aXR5OjE=' as StorageId,
  name: 'team',
  isTeam: true,
  ...fields,
})

/** A report with some fields of its own. */
export const aReport = (fields: Partial<Report> = {}): Report => ({
  id: 'VmlldzoxMjM=' as StorageId,
  entity: 'team',
  project: 'vision',
  name: 'x7kq2',
  displayName: 'What we learned',
  description: 'about the last runs',
  user: aUser(),
  createdAt: at('12:00:00'),
  updatedAt: at('12:30:00'),
  spec: { version: 5, blocks: [] },
  appUrl: 'https://wandb.ai',
  ...fields,
})
