import type { ArtifactVersion } from 'wandb-run-ops/types'
import { type Loop, passesOf } from '../passes.ts'
import { type Record, recordsOf } from '../records.ts'
import { serve } from '../serve.ts'

const isLatest = ({ name, aliases }: ArtifactVersion): boolean => name === 'model' && aliases.includes('latest')

/** A function each, so that what the engine learns of one loop is not mixed with what it learns of another. */
const loops: Readonly<{ [name: string]: Loop }> = {
  runConfig: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.config
    }
  },
  runCreatedAt: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.createdAt
    }
  },
  runHeartbeatAt: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.heartbeatAt ?? run.createdAt
    }
  },
  runHistory: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.history
    }
  },
  runJobType: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.jobType
    }
  },
  runLoggedArtifactVersion: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.loggedArtifactVersions.find(isLatest)
    }
  },
  runLoggedArtifactVersions: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.loggedArtifactVersions
    }
  },
  runName: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.displayName ?? run.id
    }
  },
  runRuntime: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = Math.max(0, ((run.heartbeatAt ?? run.createdAt).getTime() - run.createdAt.getTime()) / 1000)
    }
  },
  runSummary: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.summary
    }
  },
  runUsedArtifactVersions: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.usedArtifactVersions
    }
  },
  runUser: (runs, into) => {
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] as Record
      into[at] = run.user
    }
  },
}

let runs: ReadonlyArray<Record> | undefined

serve<{ readonly runs: number }>(async (task) => {
  runs ??= recordsOf(task.runs)
  return passesOf(loops, runs)
})
