import type { ConfigDict } from './ConfigDict.ts'
import type { HeavyField, RunHeavy } from './RunHeavy.ts'
import type { RunLight } from './RunLight.ts'
import type { SummaryDict } from './SummaryDict.ts'

/**
 * A run with the heavy fields `F`.
 *
 * @typeParam F - The names of the heavy fields that are there.
 * @typeParam C - The type of `config`, where a codec gave it one.
 * @typeParam S - The type of `summary`, where a codec gave it one.
 * @category Model
 * @since 0.1.0
 */
export type RunWith<F extends HeavyField, C = ConfigDict, S = SummaryDict> = RunLight & Pick<RunHeavy<C, S>, F>

/**
 * Every field that a run can have.
 *
 * @category Model
 * @since 0.1.0
 */
export type RunFields<C = ConfigDict, S = SummaryDict> = RunLight & RunHeavy<C, S>
