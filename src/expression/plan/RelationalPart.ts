import type { Relation } from '../../query/Relation.ts'
import type { Expression } from '../syntax/Expression.ts'
import type { GroupKey } from './groupBody.ts'
import type { MemoryColumn } from './memoryColumn.ts'

/** What becomes of the rows of a relation's answer. */
export type PartAnswer =
  /** The value of a column in the only row. */
  | { readonly _tag: 'One'; readonly name: string }
  /** The number of groups, the key of each, or the keys as distinct values. */
  | { readonly _tag: 'Count' | 'Keys' | 'Unique'; readonly key: GroupKey }
  /** The runs themselves. */
  | { readonly _tag: 'Runs' }
  /** The values of a column. */
  | { readonly _tag: 'Values'; readonly name: string }
  /** The value of an expression for each row: of the aggregates of a group if it has a key, and else of a run's columns. */
  | {
      readonly _tag: 'Each'
      readonly key: GroupKey | undefined
      /** The expression as it is written. */
      readonly given: Expression
      /** The expression, with names in place of columns and aggregates. */
      readonly body: Expression
      /** The names, and the parts that they stand for. */
      readonly names: ReadonlyMap<string, Expression>
      /** The name of the number of the row. */
      readonly index: string | undefined
      /** How many elements the evaluator would process for each row. */
      readonly cost: number
    }

/** A part of an expression that columns answer. */
export interface RelationalPart {
  readonly node: Expression
  /** The name of the runs. */
  readonly source: string
  readonly relation: Relation
  /** The columns that it reads. */
  readonly columns: ReadonlyArray<MemoryColumn>
  /** Those of which the cells of all runs must be exactly what the evaluator reads, even where the relation reads none. */
  readonly everywhere: ReadonlyArray<MemoryColumn>
  readonly answer: PartAnswer
  /** How many elements the evaluator would process for each run. */
  readonly cost: number
}
