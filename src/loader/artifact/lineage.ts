import type { DefaultField, NodeField } from '../../types/RunHeavy.ts'
import type { ListQuery } from '../list.ts'
import type { ArtifactVersionQuery } from './loadArtifactVersion.ts'

/**
 * The heavy fields that can be loaded for the runs of a lineage.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type LineageField = Extract<NodeField, 'config' | 'summary' | 'systemMetrics' | 'historyKeys'>

/**
 * The options of `loadLoggedBy`.
 *
 * @typeParam F - The heavy fields.
 * @category Artifacts
 * @since 0.1.0
 */
export interface LoggedByQuery<F extends LineageField = DefaultField> extends ArtifactVersionQuery {
  /** The heavy fields to load; `config`, `summary` and `systemMetrics` by default. Light fields are always loaded. */
  readonly fields?: ReadonlyArray<F> | undefined
}

/**
 * The options of `loadUsedBy`.
 *
 * @typeParam F - The heavy fields.
 * @category Artifacts
 * @since 0.1.0
 */
export interface UsedByQuery<F extends LineageField = DefaultField> extends LoggedByQuery<F>, ListQuery {}
