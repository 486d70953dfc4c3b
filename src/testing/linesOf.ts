import { historyRows } from '../ops/history/rows.ts'
import type { ArtifactVersion } from '../types/artifact/ArtifactVersion.ts'
import { wrapConfig } from '../types/run/ConfigDict.ts'
import type { History } from '../types/run/History.ts'
import type { HeavyField, RunFields, RunWith } from '../types/run/RunHeavy.ts'
import { writeTree } from '../types/wire/writeTree.ts'

/** A run with what it has of the fields that the sandbox serves. */
export type ServedRun = RunWith<'config' | 'summary'> & Partial<Pick<RunFields, HeavyField>>

/** JSON with the tokens that Python writes for numbers that are not finite. */
const jsonOf = (value: unknown): string =>
  writeTree(value, (leaf) =>
    typeof leaf === 'number' && !Number.isFinite(leaf) ? String(leaf) : JSON.stringify(leaf),
  ) ?? 'null'

const timeOf = (date: Date): string => date.toISOString().replace('Z', '')

/** Rows of events have no step. */
const rowsOf = (history: History | undefined, isIndexed: boolean): ReadonlyArray<string> =>
  history === undefined
    ? []
    : historyRows(history).map(({ _step, ...metrics }) => jsonOf(isIndexed ? { _step, ...metrics } : metrics))

const artifactLine = (version: ArtifactVersion, run: string) => ({
  kind: 'artifact',
  id: version.id,
  entity: version.entity ?? '',
  project: version.project ?? '',
  name: version.name,
  type: version.type,
  versionIndex: version.version,
  aliases: version.aliases,
  size: version.size,
  digest: version.digest,
  description: version.description ?? null,
  metadata: jsonOf(version.metadata),
  state: version.state ?? 'COMMITTED',
  commitHash: version.commitHash ?? null,
  historyStep: version.historyStep === undefined ? null : version.historyStep + 1,
  fileCount: version.fileCount ?? 0,
  createdAt: timeOf(version.createdAt),
  updatedAt: timeOf(version.updatedAt),
  createdBy: { run },
  manifest: {},
})

const runLine = (run: ServedRun) => ({
  kind: 'run',
  id: run.id,
  entity: run.entity,
  project: run.project,
  displayName: run.displayName ?? null,
  group: run.group ?? null,
  jobType: run.jobType ?? null,
  state: run.state ?? 'finished',
  createdAt: timeOf(run.createdAt),
  heartbeatAt: run.heartbeatAt === undefined ? null : timeOf(run.heartbeatAt),
  tags: run.tags,
  notes: run.notes ?? null,
  description: run.description ?? null,
  sweepName: run.sweepName ?? null,
  commit: run.commit ?? null,
  user: run.user.username === '' ? null : run.user.username,
  host: run.host ?? null,
  exitcode: null,
  computeSeconds: run.computeSeconds ?? 0,
  config: jsonOf({ ...wrapConfig(run.config), ...wrapConfig(run.internal.config) }),
  summaryMetrics: jsonOf({ ...run.summary, ...run.internal.summary }),
  systemMetrics: jsonOf(run.systemMetrics ?? {}),
  historyKeys: null,
  history: rowsOf(run.history, true),
  events: rowsOf(run.events, false),
  logLines: [],
  files: [],
  loggedArtifacts: (run.loggedArtifactVersions ?? []).map(({ id }) => id),
  usedArtifacts: (run.usedArtifactVersions ?? []).map(({ id }) => id),
})

/** The lines of a recording that the sandbox serves runs from: their users, artifact versions, and the runs themselves. */
export const linesOf = (runs: ReadonlyArray<ServedRun>): ReadonlyArray<unknown> => {
  const users = runs
    .filter(({ user }) => user.username !== '')
    .map(({ user }) => ({
      kind: 'user',
      username: user.username,
      name: user.name ?? user.username,
      email: `${user.username}@example.com`,
    }))
  const artifacts = runs.flatMap(({ id, loggedArtifactVersions = [], usedArtifactVersions = [] }) =>
    [...loggedArtifactVersions, ...usedArtifactVersions].map((version) => artifactLine(version, id)),
  )
  return [...users, ...new Map(artifacts.map((line) => [line.id, line])).values(), ...runs.map(runLine)]
}
