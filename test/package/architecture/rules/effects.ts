import type { Module } from '../Module.ts'

const onlyInNode: ReadonlySet<string> = new Set([
  ...['process', 'Buffer', 'require', '__dirname', '__filename', 'setImmediate', 'global'],
])

const isForbidden = (path: string, effect: string): boolean => {
  if (path.startsWith('src/loader/node/')) return false
  if (path.startsWith('src/loader/')) return onlyInNode.has(effect)
  // A parser may throw to itself; what it gives its caller is data.
  if (path.startsWith('src/types/') || path.startsWith('src/expression/')) return effect !== 'throw'
  return true
}

/** The loader alone has effects, nothing else throws, and what only Node has is used in `src/loader/node/` alone. */
export const effectsRule = ({ path, effects }: Pick<Module, 'path' | 'effects'>): ReadonlyArray<string> =>
  effects.filter((effect) => isForbidden(path, effect)).map((effect) => `${path}: uses ${effect}`)
