import type { SyntheticArtifacts } from './artifacts.ts'

/** The options of a made project, with all that its runs share. */
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
  /** Milliseconds between the creations of two runs. */
  readonly spacing: number
  /** What stands before each value in the text of a config, from the comma on. */
  readonly configStems: readonly string[]
  readonly summaryStems: readonly string[]
  readonly configIndex: ReadonlyMap<string, number>
  readonly summaryIndex: ReadonlyMap<string, number>
  readonly artifacts: SyntheticArtifacts
}
