import type { Ord } from 'fp-ts/lib/Ord.js'
import { ordBy } from '../internal/ordBy.ts'
import type { ConfigDifference } from './diffConfigs.ts'

/**
 * Returns the relative size of a config difference.
 *
 * When all values are finite numbers, it is the distance from the smallest to the largest, divided by the larger of
 * their absolute values: 0.5 for 1 and 2, 0.9 for 1 and 10, 1 for 0 and any other number, 2 for -3 and 3. It is 1
 * for everything else: other types, `NaN`, infinities, and values that a run lacks.
 *
 * @param difference - A difference from `diffConfigs`.
 * @returns A number without unit, above 0 and at most 2.
 * @example
 * ```ts
 * import { configDifferenceSize } from 'wandb-run-ops/ops'
 *
 * configDifferenceSize({ path: ['lr'], values: [0.25, 0.75, 1] }) // => 0.75
 * configDifferenceSize({ path: ['optimizer'], values: ['adam', 'sgd'] }) // => 1
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const configDifferenceSize = ({ values }: ConfigDifference): number => {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 1
    if (value < smallest) smallest = value
    if (value > largest) largest = value
  }
  const scale = Math.max(Math.abs(smallest), Math.abs(largest))
  return scale === 0 ? 0 : largest / scale - smallest / scale
}

/**
 * Orders config differences by {@link configDifferenceSize}, smallest first. When the result of `diffConfigs` is
 * sorted with the reverse of this, differences of the same size stay in path order.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as Ord from 'fp-ts/lib/Ord.js'
 * import * as RA from 'fp-ts/lib/ReadonlyArray.js'
 * import { diffConfigs, ordConfigDifferenceBySize } from 'wandb-run-ops/ops'
 *
 * const best = { config: { layers: 4, lr: 0.1, seed: 1 } }
 * const worst = { config: { layers: 5, lr: 0.001, seed: 2 } }
 * const largest = pipe(diffConfigs([best, worst]), RA.sort(Ord.reverse(ordConfigDifferenceBySize)), RA.takeLeft(10))
 *
 * largest.map(({ path }) => path) // => [['lr'], ['seed'], ['layers']]
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordConfigDifferenceBySize: Ord<ConfigDifference> = /* @__PURE__ */ ordBy(configDifferenceSize)
