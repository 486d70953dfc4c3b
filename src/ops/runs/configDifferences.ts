import type { Ord } from 'fp-ts/lib/Ord.js'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import { isDict, setOwn, type UnknownRecord } from '../../types/wire/own.ts'
import { ordBy } from '../compareValues.ts'
import { isSameGroup } from '../relation/interner.ts'

/** A config path where at least one config has a value. */
interface ConfigLeaf {
  readonly path: ReadonlyArray<string>
  /** The value in the first config that has one. */
  readonly first: unknown
  /** Whether the configs differ there: by value, or by whether they have one. */
  readonly varies: boolean
}

interface Node {
  readonly key: string
  readonly inner: Map<string, Node>
  first: unknown
  count: number
  varies: boolean
}

const node = (key: string): Node => ({ key, inner: new Map(), first: undefined, count: 0, varies: false })

/** Whether a value is a non-empty dict, which is descended into. Empty dicts are values, so as not to be lost. */
const isBranch = (value: unknown): value is UnknownRecord => isDict(value) && Object.keys(value).length > 0

/** Dicts that are nested more deeply are compared as a whole, which bounds the stack and the paths. */
const MAX_DEPTH = 500

const collect = (parent: Node, dict: UnknownRecord, depth: number): void => {
  for (const key of Object.keys(dict)) {
    const value = dict[key]
    if (value === undefined) continue
    const at = parent.inner.get(key) ?? node(key)
    if (at.count === 0 && at.inner.size === 0) parent.inner.set(key, at)
    if (isBranch(value) && depth < MAX_DEPTH) collect(at, value, depth + 1)
    else {
      at.count += 1
      if (at.count === 1) at.first = value
      else at.varies ||= !isSameGroup(at.first, value)
    }
  }
}

const byKey = (one: Node, other: Node): number => (one.key < other.key ? -1 : 1)

const leavesIn = (parent: Node, above: ReadonlyArray<string>, total: number): ReadonlyArray<ConfigLeaf> =>
  [...parent.inner.values()].sort(byKey).flatMap((at) => {
    const path = [...above, at.key]
    const inner = leavesIn(at, path, total)
    const { first, varies, count } = at
    return count === 0 ? inner : [{ path: Object.freeze(path), first, varies: varies || count < total }, ...inner]
  })

/** Returns the leaves of configs sorted by path: key by key, in UTF-16 code units. */
export const configLeaves = (configs: ReadonlyArray<unknown>): ReadonlyArray<ConfigLeaf> => {
  const root = node('')
  for (const config of configs) if (isBranch(config)) collect(root, config, 1)
  return leavesIn(root, [], configs.length)
}

/** Returns a reader of the value at a leaf path; `undefined` where a config has none, or a non-empty dict. */
export const leafReader =
  (path: ReadonlyArray<string>) =>
  (config: unknown): unknown => {
    let value = config
    for (const key of path) {
      if (!isDict(value) || !Object.hasOwn(value, key)) return undefined
      value = value[key]
    }
    return isBranch(value) && path.length < MAX_DEPTH ? undefined : value
  }

/**
 * Returns the config that all runs share: the values that `diffConfigs` does not list, in their nested dicts.
 *
 * @param runs - Runs with their configs.
 * @returns A new dict, frozen with those in it, with its keys in order; empty when the runs share nothing, and for no runs.
 * @example
 * ```ts
 * import { commonConfig } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { config: { optimizer: { name: 'adam', lr: 0.1 }, seed: 1 } },
 *   { config: { optimizer: { name: 'adam', lr: 0.2 } } },
 * ]
 *
 * commonConfig(runs) // => { optimizer: { name: 'adam' } }
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const commonConfig = (runs: ReadonlyArray<{ readonly config: unknown }>): ConfigDict => {
  const common: Record<string, unknown> = {}
  const dicts = [common]
  for (const { path, first, varies } of configLeaves(runs.map((run) => run.config))) {
    if (varies) continue
    let dict = common
    for (const key of path.slice(0, -1)) {
      if (!Object.hasOwn(dict, key)) {
        const inner = {}
        dicts.push(inner)
        setOwn(dict, key, inner)
      }
      dict = dict[key] as Record<string, unknown>
    }
    setOwn(dict, path.at(-1) as string, first)
  }
  for (const dict of dicts) Object.freeze(dict)
  return common
}

/**
 * A config path at which runs differ.
 *
 * @category Many runs
 * @since 0.1.0
 */
export interface ConfigDifference {
  /** The keys that lead to the value, each used as is. */
  readonly path: ReadonlyArray<string>
  /** The value of each run, in run order; `undefined` where a run has none. */
  readonly values: ReadonlyArray<unknown>
}

/**
 * Returns the paths at which the configs of runs differ.
 *
 * Dicts are compared key by key, those more than 500 levels deep as a whole; lists and empty dicts are values. Values differ when `groupRunsBy`
 * would put them in different groups; having a value differs from having none. When one run has a dict where
 * another has a value, the dict does not count as a value, and its entries are listed under their own paths.
 *
 * @param runs - Runs with their configs.
 * @returns The differences sorted by path, key by key, in UTF-16 code units; empty for fewer than two runs.
 * @example
 * ```ts
 * import { diffConfigs } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { config: { optimizer: { name: 'adam', lr: 0.1 }, seed: 1 } },
 *   { config: { optimizer: { name: 'adam', lr: 0.2 } } },
 * ]
 *
 * diffConfigs(runs).map(({ path, values }) => [path, values]) // => [[['optimizer', 'lr'], [0.1, 0.2]], [['seed'], [1, undefined]]]
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const diffConfigs = (runs: ReadonlyArray<{ readonly config: unknown }>): ReadonlyArray<ConfigDifference> => {
  const configs = runs.map((run) => run.config)
  return Object.freeze(
    configLeaves(configs)
      .filter((leaf) => leaf.varies)
      .map(({ path }) => Object.freeze({ path, values: Object.freeze(configs.map(leafReader(path))) })),
  )
}

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
