import * as t from 'io-ts'
import { Int64 } from '../wire/int64.ts'
import { field, record } from '../wire/record.ts'

/**
 * A key in the config or summary of at least one run of a project.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ProjectField {
  /** Its path, as filters and orders spell it: `config.lr.value`, `summary_metrics.loss`. */
  readonly path: string
  /** The type of its values, such as `number` or `string`, as the server sent it. */
  readonly type: string
}

/**
 * Decodes a GraphQL `ProjectField` node.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ProjectField: t.Type<ProjectField, unknown> = record<ProjectField>('ProjectField', {
  path: field('path', t.string),
  type: field('type', t.string),
})

/**
 * A tag, and the number of runs in a project that have it.
 *
 * @category Model
 * @since 0.1.0
 */
export interface TagCount {
  /** The tag. */
  readonly name: string
  /** The number of runs that have it. */
  readonly count: number
}

/**
 * Decodes a GraphQL `RunTagCount` node.
 *
 * @category Codec
 * @since 0.1.0
 */
export const TagCount: t.Type<TagCount, unknown> = record<TagCount>('TagCount', {
  name: field('name', t.string),
  count: field('count', Int64),
})
