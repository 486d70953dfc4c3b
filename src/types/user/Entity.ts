import * as t from 'io-ts'
import { StorageId } from '../wire/ids.ts'
import { type Fields, field, nullable, record } from '../wire/record.ts'

/**
 * An owner of projects: a user's own account or a team.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Entity {
  /** The server's id. */
  readonly id: StorageId
  /** The name, as in URLs. */
  readonly name: string
  /** Whether it is a team; `undefined` if not sent. */
  readonly isTeam: boolean | undefined
}

/** @internal */
export const entityFields: Fields<Entity> = {
  id: field('id', StorageId),
  name: field('name', t.string),
  isTeam: field('isTeam', nullable(t.boolean)),
}

/**
 * Decodes a GraphQL `Entity` node.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Entity: t.Type<Entity, unknown> = record<Entity>('Entity', entityFields)
