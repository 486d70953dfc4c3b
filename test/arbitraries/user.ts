import fc from 'fast-check'
import { type StorageId, type User, unknownUser } from 'wandb-run-ops/types'
import { hostileString } from './json.ts'
import type { Model } from './model.ts'

/** An id of the server. */
export const storageId: fc.Arbitrary<StorageId> = fc.oneof(
  fc.constantFrom('A', 'B').map((id) => id as StorageId),
  fc.string({ minLength: 1, maxLength: 12 }).map((id) => id as StorageId),
)

/** Each field of a user. */
export const userModel: Model<User> = {
  id: fc.option(storageId, { nil: undefined }),
  username: fc.oneof(fc.constantFrom('', 'ada', 'grace'), hostileString),
  name: fc.option(hostileString, { nil: undefined }),
}

/** A user, known or not. */
export const user: fc.Arbitrary<User> = fc.oneof(
  fc.constant(unknownUser),
  fc.record<User>(userModel, { noNullPrototype: true }),
)
