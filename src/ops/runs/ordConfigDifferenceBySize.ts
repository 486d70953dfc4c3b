import type { Ord } from 'fp-ts/lib/Ord.js'
import { ordBy } from '../internal/ordBy.ts'
import type { ConfigDifference } from './diffConfigs.ts'

/**
 * Gives how large a difference is, as a number that has no unit.
 *
 * Where all values are finite numbers, it is the distance from the least to the greatest, divided by the larger of
 * their absolute values: 0.5 for 1 and 2, 0.9 for 1 and 10, 1 for 0 and any other, 2 for -3 and 3. It is 1 for
 * everything else: other types, `NaN`, infinities, and a value that a run has not.
 *
 * @param difference - One of the differences that `diffConfigs` gives.
 * @returns A number above 0 and up to 2.
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
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 1
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const scale = Math.max(Math.abs(least), Math.abs(greatest))
  return scale === 0 ? 0 : greatest / scale - least / scale
}

/**
 * Orders differences of configs by {@link configDifferenceSize}, the smallest first. Reversed, and after `diffConfigs`,
 * differences of one size stay in the order of their paths.
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
