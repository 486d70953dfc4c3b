import type { InvalidQuery } from '../types/query/InvalidQuery.ts'
import type { HeavyField } from '../types/RunHeavy.ts'

/**
 * A condition of an expression that the server can be asked, in whole or in part.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface PushedCondition {
  /** The condition, as it stands in the expression. */
  readonly text: string
  /** What the server is asked, in words. */
  readonly filter: string
  /** Whether that is the same; otherwise it leaves more runs than the condition does, and never fewer. */
  readonly isExact: boolean
}

/**
 * A condition of an expression that the server cannot be asked.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface KeptCondition {
  /** The condition, as it stands in the expression. */
  readonly text: string
  /** Why it cannot, as the rest of a sentence that begins with the condition. */
  readonly reason: InvalidQuery['reason']
}

/**
 * What an expression needs of the server, as plain JSON. The expression has the same value over what is loaded by it as
 * over all runs: it asks its own conditions, order and limits again.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Plan {
  /** `entity/project` where the expression names a project itself; `undefined` where the host says which. */
  readonly project: string | undefined
  /** Whether it asks for runs at all. */
  readonly needsRuns: boolean
  /**
   * The heavy fields of each run. Where runs as a whole are in the value, those of a default load are among them, beside
   * what the expression asks for.
   */
  readonly fields: ReadonlyArray<HeavyField>
  /** The top-level keys of config and summary, where they are all known; `undefined` where all keys are needed. */
  readonly keys: {
    readonly config: ReadonlyArray<string> | undefined
    readonly summary: ReadonlyArray<string> | undefined
  }
  /**
   * The metrics of the histories, where they are all known and rows without them make no difference; `undefined` where
   * all metrics and rows are needed.
   */
  readonly historyKeys: ReadonlyArray<string> | undefined
  /** The filter that the server applies, as the wire has it; `{}` where it applies none. */
  readonly filters: Readonly<Record<string, unknown>>
  /** The order in which the server sends the runs, where a limit stands behind a sort that it can do. */
  readonly order: string | undefined
  /** How many runs are needed at most; `undefined` for all. */
  readonly limit: number | undefined
  /** The conditions that the server is asked. */
  readonly pushed: ReadonlyArray<PushedCondition>
  /** The conditions that could not be left to the server, and why. */
  readonly kept: ReadonlyArray<KeptCondition>
}
