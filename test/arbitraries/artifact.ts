import fc from 'fast-check'
import type { ArtifactFields, ArtifactType } from 'wandb-run-ops/types'
import { artifactVersion } from './artifactVersion.ts'
import { date } from './date.ts'
import { hostileString } from './json.ts'
import type { Model } from './model.ts'
import { storageId } from './user.ts'

const text = fc.option(hostileString, { nil: undefined })

/** Each field of an artifact type. */
export const artifactTypeModel: Model<ArtifactType> = {
  id: storageId,
  entity: hostileString,
  project: hostileString,
  name: hostileString,
  description: text,
  createdAt: date,
}

/** An artifact type. */
export const artifactType: fc.Arbitrary<ArtifactType> = fc.record(artifactTypeModel, { noNullPrototype: true })

/** Each field of an artifact. */
export const artifactModel: Model<ArtifactFields> = {
  ...artifactTypeModel,
  type: hostileString,
  kind: fc.constantFrom('portfolio', 'sequence'),
  tags: fc.array(hostileString, { maxLength: 3 }),
  updatedAt: fc.option(date, { nil: undefined }),
  appUrl: fc.constantFrom('https://wandb.ai', 'https://wandb.example.com/app'),
  versions: fc.array(artifactVersion, { maxLength: 3 }),
  aliases: fc.array(hostileString, { maxLength: 3 }),
}

/** An artifact with every field. */
export const artifact: fc.Arbitrary<ArtifactFields> = fc.record(artifactModel, { noNullPrototype: true })
