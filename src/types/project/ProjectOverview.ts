import type * as t from 'io-ts'
import { frozenArray } from '../wire/connection.ts'
import { Int64 } from '../wire/int64.ts'
import { field, nullable, record, textIn } from '../wire/record.ts'
import { type Project, projectFields } from './Project.ts'

/**
 * A project with its counts and tags.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ProjectOverview extends Project {
  /** The number of runs; `undefined` if the server does not report it. */
  readonly runCount: number | undefined
  /** The number of sweeps; `undefined` if the server does not report it. */
  readonly sweepCount: number | undefined
  /** The distinct tags of its runs, in the server's order. */
  readonly tags: ReadonlyArray<string>
}

/**
 * Decodes a GraphQL `Project` node with its counts and tags.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ProjectOverview: t.Type<ProjectOverview, unknown> = record<ProjectOverview>('ProjectOverview', {
  ...projectFields,
  runCount: field('runCount', nullable(Int64)),
  sweepCount: field('totalSweeps', nullable(Int64)),
  tags: field('tags', frozenArray(textIn('name'))),
})
