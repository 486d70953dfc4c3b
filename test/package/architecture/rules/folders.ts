import { posix } from 'node:path'
import type { Importing, Module } from '../Module.ts'
import { isRelative, resolve } from '../resolve.ts'

const isIndex = (path: string): boolean => posix.basename(path) === 'index.ts'

type Publishing = Importing & Partial<Pick<Module, 'onlyReexports'>>

/** The imports between folders. What only re-exports publishes its room and is no part of how the room is built. */
const folderImports = (modules: ReadonlyArray<Publishing>): ReadonlyMap<string, ReadonlySet<string>> => {
  const graph = new Map<string, Set<string>>()
  for (const { path, imports, onlyReexports = false } of modules) {
    if (isIndex(path) || onlyReexports) continue
    const from = posix.dirname(path)
    for (const specifier of imports.filter(isRelative)) {
      const to = posix.dirname(resolve(path, specifier))
      if (to !== from) graph.set(from, (graph.get(from) ?? new Set()).add(to))
    }
  }
  return graph
}

const reaches = (graph: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean => {
  const seen = new Set<string>()
  const visit = (folder: string): boolean => {
    if (folder === to) return true
    if (seen.has(folder)) return false
    seen.add(folder)
    return [...(graph.get(folder) ?? [])].some(visit)
  }
  return [...(graph.get(from) ?? [])].some(visit)
}

/** Two folders never import from each other, however long the way. */
export const folderCyclesRule = (modules: ReadonlyArray<Publishing>): ReadonlyArray<string> => {
  const graph = folderImports(modules)
  return [...graph]
    .flatMap(([from, targets]) => [...targets].map((to) => [from, to] as const))
    .filter(([from, to]) => reaches(graph, to, from))
    .map(([from, to]) => `${from} imports ${to}, which imports it back`)
    .sort()
}

/** Only an index, or code outside the room, imports an index: inside, a file imports what it needs where it is declared. */
export const indexImportsRule = ({ path, imports }: Importing): ReadonlyArray<string> =>
  isIndex(path)
    ? []
    : imports
        .filter((specifier) => isRelative(specifier) && isIndex(resolve(path, specifier)))
        .map((specifier) => `${path}: imports ${specifier}; import the file that declares it`)

/** A folder of the source holds at least three files. */
export const folderSizeRule = (paths: ReadonlyArray<string>): ReadonlyArray<string> => {
  const counts = new Map<string, number>()
  for (const path of paths) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1)
  return [...counts]
    .filter(
      ([folder, count]) =>
        count < 3 && !paths.some((path) => path.startsWith(`${folder}/`) && posix.dirname(path) !== folder),
    )
    .map(([folder, count]) => `${folder}: holds ${count} files, expected at least three`)
}

/** Paths that differ only by case are one file on some machines. */
export const caseRule = (paths: ReadonlyArray<string>): ReadonlyArray<string> => {
  const first = new Map<string, string>()
  return paths.flatMap((path) => {
    const other = first.get(path.toLowerCase())
    if (other !== undefined) return [`${path}: differs from ${other} only by case`]
    first.set(path.toLowerCase(), path)
    return []
  })
}
