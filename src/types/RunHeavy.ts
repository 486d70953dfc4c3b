import type { ArtifactVersion } from './ArtifactVersion.ts'
import type { ConfigDict } from './ConfigDict.ts'
import type { History } from './History.ts'
import type { HistoryKeys } from './HistoryKeys.ts'
import type { RunFile } from './RunFile.ts'
import type { SummaryDict } from './SummaryDict.ts'
import type { Sweep } from './Sweep.ts'
import type { SystemMetrics } from './SystemMetrics.ts'

/**
 * The fields of a run that are there only when they were asked for.
 *
 * @typeParam C - The type of `config`, where a codec gave it one.
 * @typeParam S - The type of `summary`, where a codec gave it one.
 * @category Model
 * @since 0.1.0
 */
export interface RunHeavy<C = ConfigDict, S = SummaryDict> {
  /** The configuration, without W&B's own entries. */
  readonly config: C
  /** The summary, without W&B's own entry. */
  readonly summary: S
  /** The last value of each machine metric. */
  readonly systemMetrics: SystemMetrics
  /** Which metrics the history holds. */
  readonly historyKeys: HistoryKeys
  /** The artifact versions that the run made, all of them, in the server's order. */
  readonly loggedArtifactVersions: ReadonlyArray<ArtifactVersion>
  /** The artifact versions that the run read, all of them, in the server's order. */
  readonly usedArtifactVersions: ReadonlyArray<ArtifactVersion>
  /** The sweep that the run belongs to; `undefined` where it belongs to none. */
  readonly sweep: Sweep | undefined
  /** The files that the run saved, all of them, in the server's order. */
  readonly files: ReadonlyArray<RunFile>
  /** What the run logged over time, every row. */
  readonly history: History
  /** The stream of machine metrics, by places instead of steps. */
  readonly events: History
}

/**
 * The name of a field that is there only when it was asked for.
 *
 * @category Model
 * @since 0.1.0
 */
export type HeavyField = keyof RunHeavy

/**
 * The heavy fields that are loaded row by row, with requests for each run.
 *
 * @category Model
 * @since 0.1.0
 */
export type RowField = 'history' | 'events'

/**
 * The heavy fields that stand in a run's node on the wire.
 *
 * @category Model
 * @since 0.1.0
 */
export type NodeField = Exclude<HeavyField, RowField>

/**
 * The heavy fields of a load that names none.
 *
 * @category Model
 * @since 0.1.0
 */
export type DefaultField = 'config' | 'summary' | 'systemMetrics'

/**
 * The heavy fields of a load that names none.
 *
 * @category Model
 * @since 0.1.0
 */
export const defaultFields: ReadonlyArray<DefaultField> = Object.freeze(['config', 'summary', 'systemMetrics'])
