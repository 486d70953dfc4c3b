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
import { type Benchmark, serveInProcess } from '../inProcess.ts'
import type { LoadedRun } from '../records.ts'

type Runs = ReadonlyArray<LoadedRun>

/** Reused by all loops: allocating an array per call would cost more than filling it. */
const results: Array<unknown> = []

/** Returns the highest version with the alias, which requires looking at all versions. */
const latestOf = (versions: ReadonlyArray<ArtifactVersion>): ArtifactVersion | undefined => {
  let highest: ArtifactVersion | undefined
  for (const version of versions)
    if (version.name === 'model' && version.aliases.includes('latest'))
      if (highest === undefined || version.version > highest.version) highest = version
  return highest
}

/** V8's inline caches are per call site, so each operation has a loop of its own. */
const benchmarks: ReadonlyArray<Benchmark<ReadonlyArray<unknown>>> = [
  {
    name: 'runConfig',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runConfig(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.config
      }
      return results
    },
  },
  {
    name: 'runCreatedAt',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runCreatedAt(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.createdAt
      }
      return results
    },
  },
  {
    name: 'runHeartbeatAt',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runHeartbeatAt(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.heartbeatAt ?? run.createdAt
      }
      return results
    },
  },
  {
    name: 'runHistory',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runHistory(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.history
      }
      return results
    },
  },
  {
    name: 'runJobType',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runJobType(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.jobType
      }
      return results
    },
  },
  {
    name: 'runLoggedArtifactVersion',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runLoggedArtifactVersion(run, 'model:latest')
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = latestOf(run.loggedArtifactVersions)
      }
      return results
    },
  },
  {
    name: 'runLoggedArtifactVersions',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runLoggedArtifactVersions(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.loggedArtifactVersions
      }
      return results
    },
  },
  {
    name: 'runName',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runName(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.displayName ?? run.id
      }
      return results
    },
  },
  {
    name: 'runRuntime',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runRuntime(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = Math.max(0, ((run.heartbeatAt ?? run.createdAt).getTime() - run.createdAt.getTime()) / 1000)
      }
      return results
    },
  },
  {
    name: 'runSummary',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runSummary(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.summary
      }
      return results
    },
  },
  {
    name: 'runUsedArtifactVersions',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runUsedArtifactVersions(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.usedArtifactVersions
      }
      return results
    },
  },
  {
    name: 'runUser',
    ours: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = runUser(run)
      }
      return results
    },
    floor: (runs: Runs) => {
      for (let index = 0; index < runs.length; index += 1) {
        const run = runs[index] as LoadedRun
        results[index] = run.user
      }
      return results
    },
  },
]

const weight = (value: unknown): number => {
  if (typeof value === 'number') return value
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  if (value instanceof Date) return value.getTime() / 1e9
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}

serveInProcess(benchmarks, (values) => ({
  count: values.length,
  checksum: values.reduce<number>((sum, value) => sum + weight(value), 0),
}))
