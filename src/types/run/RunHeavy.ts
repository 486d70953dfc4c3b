import type { ArtifactVersion } from '../artifact/ArtifactVersion.ts'
import type { RunFile } from '../file/RunFile.ts'
import type { Sweep } from '../sweep/Sweep.ts'
import type { ConfigDict } from './ConfigDict.ts'
import type { History } from './History.ts'
import type { HistoryKeys } from './HistoryKeys.ts'
import type { RunLight } from './RunLight.ts'
import type { SummaryDict, SystemMetrics } from './SummaryDict.ts'

/**
 * The run fields that are loaded on demand.
 *
 * @typeParam C - The type of `config`, if a codec decodes it.
 * @typeParam S - The type of `summary`, if a codec decodes it.
 * @category Model
 * @since 0.1.0
 */
export interface RunHeavy<C = ConfigDict, S = SummaryDict> {
  /** The configuration, without W&B's own entries. */
  readonly config: C
  /** The summary, without W&B's own entry. */
  readonly summary: S
  /** The last value of each system metric. */
  readonly systemMetrics: SystemMetrics
  /** The metrics in the history. */
  readonly historyKeys: HistoryKeys
  /** All artifact versions that the run logged, in the server's order. */
  readonly loggedArtifactVersions: ReadonlyArray<ArtifactVersion>
  /** All artifact versions that the run used, in the server's order. */
  readonly usedArtifactVersions: ReadonlyArray<ArtifactVersion>
  /** The run's sweep; `undefined` if it belongs to none. */
  readonly sweep: Sweep | undefined
  /** All files that the run saved, in the server's order. */
  readonly files: ReadonlyArray<RunFile>
  /** What the run logged over time: every row. */
  readonly history: History
  /** The stream of system metrics, indexed by row position instead of step. */
  readonly events: History
}

/**
 * The name of a run field that is loaded on demand.
 *
 * @category Model
 * @since 0.1.0
 */
export type HeavyField = keyof RunHeavy

/**
 * The heavy fields that are loaded row by row, with separate requests for each run.
 *
 * @category Model
 * @since 0.1.0
 */
export type HistoryField = 'history' | 'events'

/**
 * The heavy fields that are part of a run's GraphQL node.
 *
 * @category Model
 * @since 0.1.0
 */
export type InlineField = Exclude<HeavyField, HistoryField>

/**
 * The heavy fields that are loaded by default.
 *
 * @category Model
 * @since 0.1.0
 */
export type DefaultField = 'config' | 'summary' | 'systemMetrics'

/**
 * The heavy fields that are loaded by default.
 *
 * @category Model
 * @since 0.1.0
 */
export const defaultFields: ReadonlyArray<DefaultField> = Object.freeze(['config', 'summary', 'systemMetrics'])

/**
 * A run with the heavy fields `F`.
 *
 * @typeParam F - The names of the loaded heavy fields.
 * @typeParam C - The type of `config`, if a codec decodes it.
 * @typeParam S - The type of `summary`, if a codec decodes it.
 * @category Model
 * @since 0.1.0
 */
export type RunWith<F extends HeavyField, C = ConfigDict, S = SummaryDict> = RunLight & Pick<RunHeavy<C, S>, F>

/**
 * All fields of a run, light and heavy.
 *
 * @category Model
 * @since 0.1.0
 */
export type RunFields<C = ConfigDict, S = SummaryDict> = RunLight & RunHeavy<C, S>
