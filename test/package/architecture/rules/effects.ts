import type { Module } from '../Module.ts'

const onlyInNode: ReadonlySet<string> = new Set([
  ...['process', 'Buffer', 'require', '__dirname', '__filename', 'setImmediate', 'global'],
])

const inRoom = (path: string, ...rooms: ReadonlyArray<string>): boolean =>
  rooms.some((room) => path.startsWith(`src/${room}/`))

const isForbidden = (path: string, effect: string): boolean => {
  if (inRoom(path, 'node')) return false
  if (inRoom(path, 'client', 'loader', 'offline', 'writer', 'logger', 'api', 'testing')) return onlyInNode.has(effect)
  // A parser may throw to itself; what it returns to its caller is data.
  if (inRoom(path, 'types', 'history', 'query', 'expression')) return effect !== 'throw'
  return true
}

/** Only the rooms of input and output have effects, nothing else throws, and what only Node has is used in `src/node/` alone. */
export const effectsRule = ({ path, effects }: Pick<Module, 'path' | 'effects'>): ReadonlyArray<string> =>
  effects.filter((effect) => isForbidden(path, effect)).map((effect) => `${path}: uses ${effect}`)
