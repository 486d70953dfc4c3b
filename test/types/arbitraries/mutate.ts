import { oddKeys } from '../../fixtures/types/oddKeys.ts'
import { hostile } from './hostile.ts'
import type { Random } from './random.ts'

type Container = Record<string, unknown>

interface Place {
  readonly container: Container
  readonly key: string
}

const isContainer = (u: unknown): u is Container =>
  typeof u === 'object' && u !== null && (Array.isArray(u) || Object.getPrototypeOf(u) === Object.prototype)

const placesOf = (root: Container): ReadonlyArray<Place> => {
  const places: Array<Place> = []
  const seen = new Set<unknown>()
  const pending: Array<Container> = [root]
  for (let container = pending.pop(); container !== undefined && places.length < 300; container = pending.pop()) {
    if (seen.has(container)) continue
    seen.add(container)
    for (const key of Object.keys(container)) {
      try {
        const value = container[key]
        places.push({ container, key })
        if (isContainer(value)) pending.push(value)
      } catch {
        // A throwing getter has nothing to mutate, and neither has a revoked proxy.
      }
    }
  }
  return places
}

const set = (container: Container, key: string, value: unknown): void => {
  if (Object.isFrozen(container)) return
  Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true })
}

const flip = (text: string, { below, pick }: Random): string => {
  const at = below(text.length + 1)
  const put = pick([
    '',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    'NaN',
    '-Infinity',
    '\u0001',
    '\ue000',
    ' ',
    '9',
    'e',
    '\ud800',
  ])
  return text.slice(0, at) + put + text.slice(at + below(3))
}

const mutations: ReadonlyArray<(place: Place, random: Random) => void> = [
  ({ container, key }) => {
    if (!Object.isFrozen(container)) Reflect.deleteProperty(container, key)
  },
  ({ container, key }, random) => set(container, key, hostile(random)),
  ({ container, key }, random) => set(container, key, hostile(random)),
  ({ container, key }) => set(container, key, [container[key]]),
  ({ container, key }, { pick }) =>
    set(container, key, { [pick(['value', 'node', 'edges', ...oddKeys])]: container[key] }),
  ({ container, key }, { pick }) => set(container, Array.isArray(container) ? key : pick(oddKeys), container[key]),
  ({ container, key }, { below }) => {
    const value = container[key]
    if (typeof value === 'string') set(container, key, value.slice(0, below(value.length + 1)))
  },
  ({ container, key }, random) => {
    const value = container[key]
    if (typeof value === 'string') set(container, key, flip(flip(value, random), random))
  },
  ({ container, key }) => {
    const value = container[key]
    if (typeof value === 'string' && value.startsWith('{'))
      try {
        set(container, key, JSON.parse(value.replaceAll('NaN', 'null')))
      } catch {
        set(container, key, {})
      }
  },
]

/** A node with one to four mutations, some of them still valid. The argument is modified. */
export const mutate = (root: Container, random: Random): unknown => {
  const holder: Container = { root }
  for (let left = 1 + random.below(4); left > 0; left--) {
    // The root itself is one position among hundreds.
    const places = placesOf(holder)
    if (places.length > 0) random.pick(mutations)(random.pick(places), random)
  }
  return holder['root']
}
