import * as E from 'fp-ts/lib/Either.js'
import { artifactVersionIsLink, artifactVersionUrl } from 'wandb-run-ops/ops'
import type { ArtifactVersion, ArtifactWith } from 'wandb-run-ops/types'
import { time } from './facts.ts'
import type { Answer } from './official.ts'

export type Facts = Readonly<Record<string, unknown>>

export const right = (answer: Answer) => (E.isRight(answer) ? answer.right : { error: answer.left })

export const timed = (facts: Facts): Facts => ({
  ...facts,
  created_at: time(facts['created_at']),
  updated_at: time(facts['updated_at']),
})

export const allTimed = (answer: Answer): ReadonlyArray<Facts> =>
  E.isRight(answer) ? (answer.right as ReadonlyArray<Facts>).map(timed) : [{ error: answer.left }]

/** An artifact, named as in the official client, which has version aliases among the rest here. */
export const collectionFacts = (artifact: ArtifactWith<'aliases'>): Facts => ({
  id: artifact.id,
  entity: artifact.entity,
  project: artifact.project,
  name: artifact.name,
  type: artifact.type,
  description: artifact.description ?? null,
  tags: artifact.tags,
  created_at: artifact.createdAt.toISOString(),
  updated_at: artifact.updatedAt?.toISOString() ?? null,
  is_sequence: artifact.kind === 'sequence',
  aliases: artifact.aliases,
})

/** A version, named as in the official client, whose aliases leave out version aliases. */
export const versionFacts = (version: ArtifactVersion): Facts => {
  const { source } = version
  return {
    id: version.id,
    entity: version.entity,
    project: version.project,
    name: version.name,
    version: `v${version.version}`,
    source: `${source.entity}/${source.project}/${source.name}:v${source.version}`,
    is_link: artifactVersionIsLink(version),
    type: version.type,
    url: artifactVersionUrl(version) ?? null,
    description: version.description ?? null,
    metadata: version.metadata,
    ttl: version.ttlDurationSeconds ?? null,
    aliases: version.aliases.filter((alias) => !/^v\d+$/.test(alias)).sort(),
    tags: [...(version.tags ?? [])].sort(),
    state: version.state ?? null,
    size: version.size,
    digest: version.digest,
    commit_hash: version.commitHash ?? null,
    file_count: version.fileCount ?? null,
    history_step: version.historyStep ?? null,
    created_at: version.createdAt.toISOString(),
    updated_at: version.updatedAt.toISOString(),
  }
}
