import * as t from 'io-ts'
import { Int64 } from './codec/Int64.ts'
import { field, record } from './codec/record.ts'

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
