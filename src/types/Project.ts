import * as t from 'io-ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'

/**
 * A collection of runs that belong together.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Project {
  /** The server's id. */
  readonly id: StorageId
  /** The entity that owns it, as in URLs. */
  readonly entity: string
  /** The name, as in URLs. */
  readonly name: string
  /** What its owner wrote about it. */
  readonly description: string | undefined
  /** When it was created; `undefined` where it was not sent. */
  readonly createdAt: Date | undefined
  /** When it last changed; `undefined` where it was not sent. */
  readonly updatedAt: Date | undefined
}

/**
 * Reads a `Project` node of the wire.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Project: t.Type<Project, unknown> = record<Project>('Project', {
  id: field('id', StorageId),
  entity: field('entityName', t.string),
  name: field('name', t.string),
  description: field('description', nullable(t.string)),
  createdAt: field('createdAt', nullable(UtcDate)),
  updatedAt: field('updatedAt', nullable(UtcDate)),
})
