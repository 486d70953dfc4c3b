import { SyntheticRun } from '../../sandbox/synthetic/run.ts'
import type { Shape } from '../../sandbox/synthetic/shape.ts'
import { runId } from './data.ts'

/** A synthetic run whose summary has no NaN, which JSON.parse rejects. */
export class BenchRun extends SyntheticRun {
  readonly #number: number
  #rows: readonly string[] | undefined

  constructor(shape: Shape, number: number) {
    super(shape, number)
    this.#number = number
  }

  override get id(): string {
    return runId(this.#number)
  }

  override get summaryMetrics(): string {
    return super.summaryMetrics.replace(':NaN', ':0.5')
  }

  /** Cached: each window of a history reads all of its rows. */
  override get history(): readonly string[] {
    this.#rows ??= super.history
    return this.#rows
  }
}
