import { isAlike } from './canonical.ts'

type Dict = Readonly<Record<string, unknown>>

/** A config path where at least one config has a value. */
export interface Leaf {
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

const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Whether a value is a non-empty dict, which is descended into. Empty dicts are values, so as not to be lost. */
const isBranch = (value: unknown): value is Dict => isDict(value) && Object.keys(value).length > 0

const collect = (parent: Node, dict: Dict): void => {
  for (const key of Object.keys(dict)) {
    const value = dict[key]
    if (value === undefined) continue
    const at = parent.inner.get(key) ?? node(key)
    if (at.count === 0 && at.inner.size === 0) parent.inner.set(key, at)
    if (isBranch(value)) collect(at, value)
    else {
      at.count += 1
      if (at.count === 1) at.first = value
      else at.varies ||= !isAlike(at.first, value)
    }
  }
}

const byKey = (one: Node, other: Node): number => (one.key < other.key ? -1 : 1)

const leavesIn = (parent: Node, above: ReadonlyArray<string>, total: number): ReadonlyArray<Leaf> =>
  [...parent.inner.values()].sort(byKey).flatMap((at) => {
    const path = [...above, at.key]
    const inner = leavesIn(at, path, total)
    const { first, varies, count } = at
    return count === 0 ? inner : [{ path: Object.freeze(path), first, varies: varies || count < total }, ...inner]
  })

/** Returns the leaves of configs sorted by path: key by key, in UTF-16 code units. */
export const leavesOf = (configs: ReadonlyArray<unknown>): ReadonlyArray<Leaf> => {
  const root = node('')
  for (const config of configs) if (isBranch(config)) collect(root, config)
  return leavesIn(root, [], configs.length)
}

/** Returns a reader of the value at a leaf path; `undefined` where a config has none, or a non-empty dict. */
export const leafAt =
  (path: ReadonlyArray<string>) =>
  (config: unknown): unknown => {
    let value = config
    for (const key of path) {
      if (!isDict(value) || !Object.hasOwn(value, key)) return undefined
      value = value[key]
    }
    return isBranch(value) ? undefined : value
  }
