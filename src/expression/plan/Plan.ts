import type { InvalidQuery } from '../../query/Filter.ts'
import type { Relation } from '../../query/Relation.ts'
import type { HeavyField } from '../../types/run/RunHeavy.ts'

/**
 * A condition of an expression that the server applies, exactly or approximately.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface PushedCondition {
  /** The text of the condition in the expression. */
  readonly text: string
  /** A description of the filter that the server applies. */
  readonly filter: string
  /** Whether the filter matches the same runs as the condition; otherwise it may match more, never fewer. */
  readonly isExact: boolean
}

/**
 * A condition of an expression that the server cannot apply.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface RemainingCondition {
  /** The text of the condition in the expression. */
  readonly text: string
  /** Why not, as the predicate of a sentence whose subject is the condition. */
  readonly reason: InvalidQuery['reason']
}

/**
 * A part of an expression that columns answer.
 *
 * @category Expression
 * @since 0.2.0
 */
export interface PlannedRelation {
  /** The text of the part. */
  readonly text: string
  /** The question over runs that it is. */
  readonly relation: Relation
}

/**
 * A part of an expression that is evaluated run by run, or from what columns have answered.
 *
 * @category Expression
 * @since 0.2.0
 */
export interface EvaluatedPart {
  /** The text of the part. */
  readonly text: string
  /** When or why, as the predicate of a sentence whose subject is the part. */
  readonly reason: string
}

/**
 * What an expression needs from the server, as plain JSON. The expression has the same value over the runs that the plan
 * loads as over all runs: it applies its own conditions, order and limits again.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Plan {
  /** `entity/project` if the expression names a project; `undefined` if the host chooses it. */
  readonly project: string | undefined
  /** Whether any runs are needed. */
  readonly needsRuns: boolean
  /**
   * The heavy fields of each run. If whole runs are part of the value, they include the fields of a default load.
   */
  readonly fields: ReadonlyArray<HeavyField>
  /** The top-level keys of config and summary, if all are known; `undefined` if every key is needed. */
  readonly keys: {
    readonly config: ReadonlyArray<string> | undefined
    readonly summary: ReadonlyArray<string> | undefined
  }
  /**
   * The metrics of the histories, if all are known and rows without them make no difference; `undefined` if every metric
   * and row is needed.
   */
  readonly historyKeys: ReadonlyArray<string> | undefined
  /** The filter that the server applies, in its wire format; `{}` for none. */
  readonly filters: Readonly<Record<string, unknown>>
  /** The order in which the server returns the runs, if a limit follows a sort that the server supports. */
  readonly order: string | undefined
  /** The maximum number of runs that are needed; `undefined` for all. */
  readonly limit: number | undefined
  /** The conditions that the server applies. */
  readonly pushed: ReadonlyArray<PushedCondition>
  /** The conditions that the server cannot apply, and why. */
  readonly remaining: ReadonlyArray<RemainingCondition>
  /**
   * The parts that columns answer, if they hold numbers, strings, booleans and missing values; where they hold lists or
   * dicts, or the runs are few, the part is evaluated run by run.
   */
  readonly relations: ReadonlyArray<PlannedRelation>
  /** The parts that columns do not answer. */
  readonly evaluated: ReadonlyArray<EvaluatedPart>
}
