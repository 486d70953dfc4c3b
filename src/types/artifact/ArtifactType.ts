import * as t from 'io-ts'
import { StorageId } from '../wire/ids.ts'
import { field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'

/**
 * A type of artifacts in a project, such as `dataset` or `model`.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactType {
  /** The server's id. */
  readonly id: StorageId
  /** The entity that owns the project. */
  readonly entity: string
  /** The project. */
  readonly project: string
  /** The name. */
  readonly name: string
  /** The description. */
  readonly description: string | undefined
  /** When the type was created in the project. */
  readonly createdAt: Date
}

/**
 * Decodes a GraphQL `ArtifactType` node, with its `project { name entityName }`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactType: t.Type<ArtifactType, unknown> = record<ArtifactType>('ArtifactType', {
  id: field('id', StorageId),
  entity: field('project.entityName', t.string),
  project: field('project.name', t.string),
  name: field('name', t.string),
  description: field('description', nullable(t.string)),
  createdAt: field('createdAt', UtcDate),
})
