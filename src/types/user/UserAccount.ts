import * as t from 'io-ts'
import { connection } from '../wire/connection.ts'
import { type Fields, field, nullable, record, textIn } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'
import { type User, userFields } from './User.ts'

/**
 * A user with the account details that the API key can see.
 *
 * @category Model
 * @since 0.1.0
 */
export interface UserAccount extends User {
  /** The email address. */
  readonly email: string | undefined
  /** The default entity, used for paths that name none. */
  readonly entity: string | undefined
  /** Whether the user administers the server. */
  readonly admin: boolean | undefined
  /** The type of account, such as `USER` or `SERVICE`, as the server sent it. */
  readonly accountType: string | undefined
  /** The URL of a picture. */
  readonly photoUrl: string | undefined
  /** When the account was created; `undefined` if not sent. */
  readonly createdAt: Date | undefined
  /** When the account was deleted; `undefined` if it was not. */
  readonly deletedAt: Date | undefined
  /** The names of the user's teams, in the server's order. */
  readonly teams: ReadonlyArray<string>
}

const accountFields: Fields<UserAccount> = {
  ...userFields,
  email: field('email', nullable(t.string)),
  entity: field('entity', nullable(t.string)),
  admin: field('admin', nullable(t.boolean)),
  accountType: field('accountType', nullable(t.string)),
  photoUrl: field('photoUrl', nullable(t.string)),
  createdAt: field('createdAt', nullable(UtcDate)),
  deletedAt: field('deletedAt', nullable(UtcDate)),
  teams: field('teams', connection(textIn('name'))),
}

/**
 * Decodes a GraphQL `User` node with its account details.
 *
 * @category Codec
 * @since 0.1.0
 */
export const UserAccount: t.Type<UserAccount, unknown> = record<UserAccount>('UserAccount', accountFields)
