import { isAlike } from './canonical.ts'

type Dict = Readonly<Record<string, unknown>>

/** A place in configs where one of them, at least, has a value. */
export interface Leaf {
  readonly path: ReadonlyArray<string>
  /** The value in the first config that has one. */
  readonly first: unknown
  /** Whether the configs differ: in the value, or in having one. */
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

/** Whether a value is descended into: a dict with keys. One without is a value, or it would be lost. */
const isBranch = (value: unknown): value is Dict => isDict(value) && Object.keys(value).length > 0

const note = (within: Node, dict: Dict): void => {
  for (const key of Object.keys(dict)) {
    const value = dict[key]
    if (value === undefined) continue
    const at = within.inner.get(key) ?? node(key)
    if (at.count === 0 && at.inner.size === 0) within.inner.set(key, at)
    if (isBranch(value)) note(at, value)
    else {
      at.count += 1
      if (at.count === 1) at.first = value
      else at.varies ||= !isAlike(at.first, value)
    }
  }
}

const byKey = (one: Node, other: Node): number => (one.key < other.key ? -1 : 1)

const leavesIn = (within: Node, above: ReadonlyArray<string>, total: number): ReadonlyArray<Leaf> =>
  [...within.inner.values()].sort(byKey).flatMap((at) => {
    const path = [...above, at.key]
    const inner = leavesIn(at, path, total)
    const { first, varies, count } = at
    return count === 0 ? inner : [{ path: Object.freeze(path), first, varies: varies || count < total }, ...inner]
  })

/** The leaves of configs in the order of their paths: key by key, by UTF-16 code units. */
export const leavesOf = (configs: ReadonlyArray<unknown>): ReadonlyArray<Leaf> => {
  const root = node('')
  for (const config of configs) if (isBranch(config)) note(root, config)
  return leavesIn(root, [], configs.length)
}

/** The value of a leaf in a config; `undefined` where it has none, or a dict there. */
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
