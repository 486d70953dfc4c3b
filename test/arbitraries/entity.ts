import fc from 'fast-check'
import type { Entity } from 'wandb-run-ops/types'
import { hostileString } from './json.ts'
import type { Model } from './model.ts'
import { storageId } from './user.ts'

/** Each field of an entity. */
export const entityModel: Model<Entity> = {
  id: storageId,
  name: hostileString,
  isTeam: fc.option(fc.boolean(), { nil: undefined }),
}

/** An entity. */
export const entity: fc.Arbitrary<Entity> = fc.record<Entity>(entityModel, { noNullPrototype: true })
