import {
  runConfig,
  runCreatedAt,
  runHeartbeatAt,
  runHistory,
  runJobType,
  runLoggedArtifactVersion,
  runLoggedArtifactVersions,
  runName,
  runRuntime,
  runSummary,
  runUsedArtifactVersions,
  runUser,
} from 'wandb-run-ops/ops'
import type { ArtifactVersion } from 'wandb-run-ops/types'
import type { Record } from '../records.ts'
import { type Question, serveTogether } from '../together.ts'

type Runs = ReadonlyArray<Record>

/** Lists that are filled again and again: a new one each time would cost more than what goes into it. */
const into: Array<unknown> = []

/** The highest version with the alias: all versions have to be looked at. */
const latestOf = (versions: ReadonlyArray<ArtifactVersion>): ArtifactVersion | undefined => {
  let highest: ArtifactVersion | undefined
  for (const version of versions)
    if (version.name === 'model' && version.aliases.includes('latest'))
      if (highest === undefined || version.version > highest.version) highest = version
  return highest
}

/** A loop each, so that what the engine learns of one is not mixed with what it learns of another. */
const questions: ReadonlyArray<Question<ReadonlyArray<unknown>>> = [
  {
    name: 'runConfig',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runConfig(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.config
      }
      return into
    },
  },
  {
    name: 'runCreatedAt',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runCreatedAt(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.createdAt
      }
      return into
    },
  },
  {
    name: 'runHeartbeatAt',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runHeartbeatAt(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.heartbeatAt ?? run.createdAt
      }
      return into
    },
  },
  {
    name: 'runHistory',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runHistory(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.history
      }
      return into
    },
  },
  {
    name: 'runJobType',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runJobType(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.jobType
      }
      return into
    },
  },
  {
    name: 'runLoggedArtifactVersion',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runLoggedArtifactVersion(run, 'model:latest')
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = latestOf(run.loggedArtifactVersions)
      }
      return into
    },
  },
  {
    name: 'runLoggedArtifactVersions',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runLoggedArtifactVersions(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.loggedArtifactVersions
      }
      return into
    },
  },
  {
    name: 'runName',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runName(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.displayName ?? run.id
      }
      return into
    },
  },
  {
    name: 'runRuntime',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runRuntime(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = Math.max(0, ((run.heartbeatAt ?? run.createdAt).getTime() - run.createdAt.getTime()) / 1000)
      }
      return into
    },
  },
  {
    name: 'runSummary',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runSummary(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.summary
      }
      return into
    },
  },
  {
    name: 'runUsedArtifactVersions',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runUsedArtifactVersions(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.usedArtifactVersions
      }
      return into
    },
  },
  {
    name: 'runUser',
    ours: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = runUser(run)
      }
      return into
    },
    floor: (runs: Runs) => {
      for (let at = 0; at < runs.length; at += 1) {
        const run = runs[at] as Record
        into[at] = run.user
      }
      return into
    },
  },
]

const weight = (value: unknown): number => {
  if (typeof value === 'number') return value
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  if (value instanceof Date) return value.getTime() / 1e9
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}

serveTogether(questions, (values) => ({
  count: values.length,
  checksum: values.reduce<number>((sum, value) => sum + weight(value), 0),
}))
