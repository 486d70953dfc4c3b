import type { DefaultField, NodeField } from '../../types/RunHeavy.ts'
import type { ListQuery } from '../list.ts'
import type { ArtifactVersionQuery } from './loadArtifactVersion.ts'

/**
 * The heavy fields that runs of a lineage can have.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type LineageField = Extract<NodeField, 'config' | 'summary' | 'systemMetrics' | 'historyKeys'>

/**
 * Which version's maker, and what to read of it.
 *
 * @typeParam F - The heavy fields.
 * @category Artifacts
 * @since 0.1.0
 */
export interface LoggedByQuery<F extends LineageField = DefaultField> extends ArtifactVersionQuery {
  /** The heavy fields to load; `config`, `summary` and `systemMetrics` by default. Light fields always come. */
  readonly fields?: ReadonlyArray<F> | undefined
}

/**
 * Which version's users, and what to read of them.
 *
 * @typeParam F - The heavy fields.
 * @category Artifacts
 * @since 0.1.0
 */
export interface UsedByQuery<F extends LineageField = DefaultField> extends LoggedByQuery<F>, ListQuery {}
