import * as t from 'io-ts'
import { StorageId } from '../wire/ids.ts'
import { getOwn, isObject } from '../wire/own.ts'
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

const flat = record<ArtifactType>('ArtifactType', {
  id: field('id', StorageId),
  entity: field('entity', t.string),
  project: field('project', t.string),
  name: field('name', t.string),
  description: field('description', nullable(t.string)),
  createdAt: field('createdAt', UtcDate),
})

/**
 * Decodes a GraphQL `ArtifactType` node, with its `project { name entityName }`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactType: t.Type<ArtifactType, unknown> = new t.Type<ArtifactType, unknown>(
  'ArtifactType',
  flat.is,
  (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const project = getOwn(u, 'project')
    const location = isObject(project)
      ? { entity: getOwn(project, 'entityName'), project: getOwn(project, 'name') }
      : {}
    return flat.validate({ ...u, entity: undefined, project: undefined, ...location }, context)
  },
  (type) => {
    const { entity, project, ...node } = flat.encode(type) as Readonly<Record<string, unknown>>
    return { ...node, project: { name: project, entityName: entity } }
  },
)
