import { SyntheticRun } from '../../sandbox/synthetic/run.ts'

/** A made run whose config entries are `{"value": …}` and whose summary JSON.parse can read, which takes no NaN. */
export class BenchRun extends SyntheticRun {
  #rows: readonly string[] | undefined

  override get config(): string {
    return super.config.replaceAll('"desc":null,', '')
  }

  override get summaryMetrics(): string {
    return super.summaryMetrics.replace(':NaN', ':0.5')
  }

  /** Kept, because each window of a history asks for all of its rows. */
  override get history(): readonly string[] {
    this.#rows ??= super.history
    return this.#rows
  }
}
