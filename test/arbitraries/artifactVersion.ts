import fc from 'fast-check'
import type { ArtifactVersion } from 'wandb-run-ops/types'
import { date } from './date.ts'
import { dict, hostileString } from './json.ts'
import type { Model } from './model.ts'
import { storageId } from './user.ts'

const text = fc.option(hostileString, { nil: undefined })

/** Names and aliases repeat, so that look-ups find something, and more than one thing. */
const collection = fc.oneof(fc.constantFrom('model', 'data', ''), hostileString)
const alias = fc.oneof(fc.constantFrom('latest', 'best', 'v0', 'v1', 'v01', ''), hostileString)

/** Each field of an artifact version. */
export const artifactVersionModel: Model<ArtifactVersion> = {
  id: storageId,
  entity: text,
  project: text,
  name: collection,
  version: fc.nat({ max: 4 }),
  alias,
  aliases: fc.array(alias, { maxLength: 3 }),
  type: hostileString,
  state: fc.constantFrom('COMMITTED', 'PENDING', undefined),
  size: fc.nat(),
  digest: hostileString,
  description: text,
  metadata: dict,
  fileCount: fc.option(fc.nat(), { nil: undefined }),
  commitHash: text,
  historyStep: fc.option(fc.nat(), { nil: undefined }),
  createdAt: date,
  updatedAt: date,
  tags: fc.option(fc.array(hostileString, { maxLength: 3 }), { nil: undefined }),
  ttlDurationSeconds: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
  ttlIsInherited: fc.option(fc.boolean(), { nil: undefined }),
  source: fc.record(
    { entity: text, project: text, name: collection, version: fc.nat({ max: 4 }) },
    { noNullPrototype: true },
  ),
  appUrl: fc.constantFrom('https://wandb.ai', 'https://wandb.example.com/app'),
}

const isVersionAlias = (candidate: string): boolean => /^v(0|[1-9]\d*)$/.test(candidate)

/** An artifact version whose fields agree as those of a decoded one do. */
export const artifactVersion: fc.Arbitrary<ArtifactVersion> = fc
  .record<ArtifactVersion>(artifactVersionModel, { noNullPrototype: true })
  .map((version) => ({
    ...version,
    alias: version.aliases.find((candidate) => !isVersionAlias(candidate)) ?? `v${version.version}`,
    entity: version.project === undefined ? undefined : version.entity,
    appUrl: 'https://wandb.ai',
  }))
