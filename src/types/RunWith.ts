import type { ConfigDict } from './ConfigDict.ts'
import type { HeavyField, RunHeavy } from './RunHeavy.ts'
import type { RunLight } from './RunLight.ts'
import type { SummaryDict } from './SummaryDict.ts'

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
