import fc from 'fast-check'
import { type StorageId, type User, type UserAccount, unknownUser } from 'wandb-run-ops/types'
import { date } from './date.ts'
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

const text = fc.option(hostileString, { nil: undefined })

/** Each field of a user with the account. */
export const accountModel: Model<UserAccount> = {
  ...userModel,
  email: text,
  entity: text,
  admin: fc.option(fc.boolean(), { nil: undefined }),
  accountType: text,
  photoUrl: text,
  createdAt: fc.option(date, { nil: undefined }),
  deletedAt: fc.option(date, { nil: undefined }),
  teams: fc.array(hostileString, { maxLength: 3 }),
}
