import fc from 'fast-check'
import * as Ord from 'fp-ts/lib/Ord.js'
import { describe } from 'vitest'
import {
  eqArtifact,
  eqArtifactType,
  eqArtifactVersion,
  eqEntity,
  eqFile,
  eqProject,
  eqReport,
  eqRun,
  eqSweep,
  eqUser,
  ordArtifactByCreatedAt,
  ordArtifactByName,
  ordArtifactVersionByVersion,
  ordFileByName,
  ordFileBySize,
  ordFileBySizeDescending,
  ordProjectByName,
  ordReportByCreatedAt,
  ordRunByConfig,
  ordRunByCreatedAt,
  ordRunByHeartbeatAt,
  ordRunByName,
  ordRunByRuntime,
  ordRunBySummary,
  ordSweepByCreatedAt,
  ordUserByUsername,
  ordUserByUsernameDescending,
} from 'wandb-run-ops/ops'
import { artifact, artifactType } from '../arbitraries/artifact.ts'
import { artifactVersion } from '../arbitraries/artifactVersion.ts'
import { date } from '../arbitraries/date.ts'
import { entity } from '../arbitraries/entity.ts'
import { file } from '../arbitraries/file.ts'
import { anyNumber, json, scalar } from '../arbitraries/json.ts'
import { project } from '../arbitraries/project.ts'
import { report } from '../arbitraries/report.ts'
import { runModel } from '../arbitraries/run.ts'
import { sweep } from '../arbitraries/sweep.ts'
import { storageId, user } from '../arbitraries/user.ts'
import { eqLaws } from './eq.ts'
import { missingLast, ordLaws } from './ord.ts'

const record = <R>(model: { [K in keyof R]: fc.Arbitrary<R[K]> }): fc.Arbitrary<R> =>
  fc.record<R>(model, { noNullPrototype: true })

const times = record({ createdAt: runModel.createdAt, heartbeatAt: runModel.heartbeatAt })

/** Values of every kind that the order of values distinguishes. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  anyNumber,
  scalar,
  json,
  date,
  fc.constantFrom(undefined, new Date(Number.NaN), 1n, -0),
)
const isMissing = (v: unknown): boolean =>
  v === undefined || v === null || Number.isNaN(v) || (v instanceof Date && Number.isNaN(v.getTime()))
const lossOf = value.map((loss) => (loss === undefined ? {} : { loss }))

describe('eqRun', () => eqLaws(eqRun, record({ storageId })))
describe('eqArtifact', () => eqLaws(eqArtifact, artifact))
describe('eqArtifactType', () => eqLaws(eqArtifactType, artifactType))
describe('eqArtifactVersion', () => eqLaws(eqArtifactVersion, artifactVersion))
describe('eqUser', () => eqLaws(eqUser, user))
describe('eqEntity', () => eqLaws(eqEntity, entity))
describe('eqProject', () => eqLaws(eqProject, project))
describe('eqReport', () => eqLaws(eqReport, report))
describe('eqFile', () => eqLaws(eqFile, file))
describe('eqSweep', () => eqLaws(eqSweep, sweep))

describe('ordFileByName', () => ordLaws(ordFileByName, file))
describe('ordSweepByCreatedAt', () => ordLaws(ordSweepByCreatedAt, sweep))
describe('ordProjectByName', () => ordLaws(ordProjectByName, project))
describe('ordReportByCreatedAt', () => ordLaws(ordReportByCreatedAt, report))
describe('ordRunByCreatedAt', () => ordLaws(ordRunByCreatedAt, times))
describe('ordRunByHeartbeatAt', () => ordLaws(ordRunByHeartbeatAt, times))
describe('ordRunByRuntime', () => ordLaws(ordRunByRuntime, times))
describe('ordRunByName', () => ordLaws(ordRunByName, record({ displayName: runModel.displayName, id: runModel.id })))
describe('ordRunByCreatedAt reversed', () => ordLaws(Ord.reverse(ordRunByCreatedAt), times))
describe('ordArtifactByName', () => ordLaws(ordArtifactByName, artifact))
describe('ordArtifactByCreatedAt', () => ordLaws(ordArtifactByCreatedAt, artifact))
describe('ordArtifactVersionByVersion', () => ordLaws(ordArtifactVersionByVersion, artifactVersion))

describe.each(['asc', 'desc'] as const)('ordRunBySummary %s', (direction) => {
  const runs = record({ summary: lossOf })
  const ord = ordRunBySummary('loss', direction)
  ordLaws(ord, runs)
  missingLast(ord, fc.array(runs), (run) => isMissing(run.summary.loss))
})

describe.each(['asc', 'desc'] as const)('ordRunByConfig %s', (direction) => {
  const runs = record({ config: record({ nested: lossOf }) })
  const ord = ordRunByConfig(['nested', 'loss'], direction)
  ordLaws(ord, runs)
  missingLast(ord, fc.array(runs), (run) => isMissing(run.config.nested.loss))
})

describe.each([
  ['ordUserByUsername', ordUserByUsername],
  ['ordUserByUsernameDescending', ordUserByUsernameDescending],
] as const)('%s', (_, ord) => {
  ordLaws(ord, user)
  missingLast(ord, fc.array(user), ({ username }) => username === '')
})

describe.each([
  ['ordFileBySize', ordFileBySize],
  ['ordFileBySizeDescending', ordFileBySizeDescending],
] as const)('%s', (_, ord) => {
  ordLaws(ord, file)
  missingLast(ord, fc.array(file), ({ size }) => size === undefined)
})
