import * as t from 'io-ts'
import { field, record } from './codec/record.ts'

/**
 * A key that at least one run of a project has in its config or summary.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ProjectField {
  /** Where it stands, as filters and orders name it: `config.lr.value`, `summary_metrics.loss`. */
  readonly path: string
  /** The type of its values, such as `number` or `string`, as the server sent it. */
  readonly type: string
}

/**
 * Reads a `ProjectField` node of the wire.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ProjectField: t.Type<ProjectField, unknown> = record<ProjectField>('ProjectField', {
  path: field('path', t.string),
  type: field('type', t.string),
})
