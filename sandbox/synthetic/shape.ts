import type { SyntheticArtifacts } from './artifacts.ts'

/** The options of a synthetic project and the data that its runs share. */
export interface Shape {
  readonly seed: number
  readonly entity: string
  readonly project: string
  readonly configKeys: number
  readonly summaryKeys: number
  readonly historyRows: number
  readonly historyMetrics: number
  readonly filesPerRun: number
  readonly users: number
  /** Milliseconds. */
  readonly start: number
  /** Milliseconds between the creation times of two runs. */
  readonly spacing: number
  /** The text before each value of a config, from the comma on. */
  readonly configStems: readonly string[]
  readonly summaryStems: readonly string[]
  readonly configIndex: ReadonlyMap<string, number>
  readonly summaryIndex: ReadonlyMap<string, number>
  readonly artifacts: SyntheticArtifacts
}
