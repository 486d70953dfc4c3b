import type * as t from 'io-ts'
import { frozenArray } from './codec/frozenArray.ts'
import { Int64 } from './codec/Int64.ts'
import { named } from './codec/named.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'
import { type Project, projectFields } from './Project.ts'

/**
 * A project and how much is in it.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ProjectOverview extends Project {
  /** How many runs it has; `undefined` where the server does not tell. */
  readonly runCount: number | undefined
  /** How many sweeps it has; `undefined` where the server does not tell. */
  readonly sweepCount: number | undefined
  /** The tags of its runs, each once, in the server's order. */
  readonly tags: ReadonlyArray<string>
}

/**
 * Reads a `Project` node of the wire that has its counts and tags.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ProjectOverview: t.Type<ProjectOverview, unknown> = record<ProjectOverview>('ProjectOverview', {
  ...projectFields,
  runCount: field('runCount', nullable(Int64)),
  sweepCount: field('totalSweeps', nullable(Int64)),
  tags: field('tags', frozenArray(named)),
})
