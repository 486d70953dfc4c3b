import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { StorageId } from '../wire/ids.ts'
import { type Fields, field, nullable, record, withFields } from '../wire/record.ts'

/**
 * A person or a service account.
 *
 * @category Model
 * @since 0.1.0
 */
export interface User {
  /** The server's id; `undefined` if not sent. */
  readonly id: StorageId | undefined
  /** The username, as in URLs; empty for {@link unknownUser}. */
  readonly username: string
  /** The full name. */
  readonly name: string | undefined
}

const username: t.Type<string, unknown> = new t.Type(
  'string | null',
  t.string.is,
  (u, context) => E.map((s: string | undefined) => s ?? '')(nullable(t.string).validate(u, context)),
  t.identity,
)

/** @internal */
export const userFields: Fields<User> = {
  id: field('id', nullable(StorageId)),
  username: field('username', username),
  name: field('name', nullable(t.string)),
}

/**
 * Decodes a GraphQL `User` node.
 *
 * @category Codec
 * @since 0.1.0
 */
export const User: t.Type<User, unknown> = record<User>('User', userFields)

/**
 * The user of a record whose user the server does not report: deleted, or not visible to the API key.
 *
 * @category Model
 * @since 0.1.0
 */
export const unknownUser: User = Object.freeze({ id: undefined, username: '', name: undefined })

/** @internal */
export const userOrUnknown: t.Type<User, unknown> = withFields(
  new t.Type<User, unknown>(
    'User | null',
    User.is,
    (u, context) => (u === null || u === undefined ? t.success(unknownUser) : User.validate(u, context)),
    User.encode,
  ),
  userFields,
)
