import {
  artifactVersionAliases,
  artifactVersionHash,
  runCommit,
  runDescription,
  runDisplayName,
  runEntity,
  runGroup,
  runHistoryLineCount,
  runId,
  runJobType,
  runNotes,
  runPath,
  runProject,
  runRawConfig,
  runRawSummary,
  runReadOnly,
  runState,
  runStorageId,
  runSweepName,
  runSystemMetrics,
  runTags,
  runUrl,
  runUser,
} from 'wandb-run-ops/ops'
import type { ArtifactVersion, Run, RunLight } from 'wandb-run-ops/types'
import { lackOf } from './tally.ts'

/** The official client gives times as the server's text, which leaves out the zone. */
export const time = (u: unknown): string | null => {
  if (typeof u !== 'string') return null
  return lackOf(u) === undefined ? new Date(`${u.replace(/Z$/, '')}Z`).toISOString() : u
}

/** A run's light fields, named as in the official client, `null` for what is absent. */
export const lightFacts = (run: RunLight) => ({
  job_type: runJobType(run) ?? null,
  commit: runCommit(run) ?? null,
  read_only: runReadOnly(run) ?? null,
  created_at: run.createdAt.toISOString(),
  heartbeat_at: run.heartbeatAt?.toISOString() ?? null,
  description: runDescription(run) ?? null,
  notes: runNotes(run) ?? null,
  history_line_count: runHistoryLineCount(run) ?? null,
  id: runId(run),
  storage_id: runStorageId(run),
  name: runDisplayName(run) ?? null,
  state: runState(run) ?? null,
  tags: runTags(run),
  group: runGroup(run) ?? null,
  sweep_name: runSweepName(run) ?? null,
  entity: runEntity(run),
  project: runProject(run),
  path: runPath(run),
  url: runUrl(run),
  user: { username: runUser(run).username, name: runUser(run).name ?? null },
})

/** A run's heavy fields, named as in the official client. */
export const heavyFacts = (run: Run) => ({
  id: runId(run),
  config: run.config,
  rawconfig: runRawConfig(run),
  summary: runRawSummary(run),
  system_metrics: runSystemMetrics(run),
})

const isVersionAlias = (alias: string): boolean => /^v\d+$/.test(alias)

/** An artifact version, named as in the official client, whose `aliases` leave out version aliases. */
export const artifactFacts = (version: ArtifactVersion) => ({
  name: `${version.name}:v${version.version}`,
  aliases: artifactVersionAliases(version).filter((alias) => !isVersionAlias(alias)),
  type: version.type,
  size: version.size,
  digest: version.digest,
  description: version.description ?? null,
  metadata: version.metadata,
  file_count: version.fileCount ?? null,
  commit_hash: artifactVersionHash(version) ?? null,
  history_step: version.historyStep ?? null,
  created_at: version.createdAt.toISOString(),
  state: version.state ?? null,
})
