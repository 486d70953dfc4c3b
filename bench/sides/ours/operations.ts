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
import { type Loop, passesOf } from '../passes.ts'
import { type Record, recordsOf } from '../records.ts'
import { serve } from '../serve.ts'

/** A function each, so that what the engine learns of one loop is not mixed with what it learns of another. */
const loops: Readonly<{ [name: string]: Loop }> = {
  runConfig: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runConfig(run)
    }
  },
  runCreatedAt: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runCreatedAt(run)
    }
  },
  runHeartbeatAt: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runHeartbeatAt(run)
    }
  },
  runHistory: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runHistory(run)
    }
  },
  runJobType: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runJobType(run)
    }
  },
  runLoggedArtifactVersion: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runLoggedArtifactVersion(run, 'model:latest')
    }
  },
  runLoggedArtifactVersions: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runLoggedArtifactVersions(run)
    }
  },
  runName: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runName(run)
    }
  },
  runRuntime: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runRuntime(run)
    }
  },
  runSummary: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runSummary(run)
    }
  },
  runUsedArtifactVersions: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runUsedArtifactVersions(run)
    }
  },
  runUser: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = runUser(run)
    }
  },
}

let runs: ReadonlyArray<Record> | undefined

serve<{ readonly runs: number }>(async (task) => {
  runs ??= recordsOf(task.runs)
  return passesOf(loops, runs)
})
