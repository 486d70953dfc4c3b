import type { Importing } from '../Module.ts'
import { isRelative, resolve } from '../resolve.ts'

/** The way of a cycle, turned so that it begins at its smallest path: the same cycle reads the same from everywhere. */
const named = (cycle: ReadonlyArray<string>): string => {
  const start = cycle.indexOf([...cycle].sort()[0] ?? '')
  const turned = [...cycle.slice(start), ...cycle.slice(0, start)]
  return [...turned, turned[0]].join(' → ')
}

/** No file imports itself by way of others, not even for a type. */
export const cyclesRule = (modules: ReadonlyArray<Importing>): ReadonlyArray<string> => {
  const next = new Map(
    modules.map(({ path, imports }) => [path, imports.filter(isRelative).map((specifier) => resolve(path, specifier))]),
  )
  const found = new Set<string>()
  const done = new Set<string>()
  const walk = (path: string, way: ReadonlyArray<string>): void => {
    const at = way.indexOf(path)
    if (at !== -1) {
      found.add(`cycle: ${named(way.slice(at))}`)
      return
    }
    if (done.has(path)) return
    for (const target of next.get(path) ?? []) walk(target, [...way, path])
    done.add(path)
  }
  for (const { path } of modules) walk(path, [])
  return [...found]
}
