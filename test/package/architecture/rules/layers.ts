import { posix } from 'node:path'
import type { Importing } from '../Module.ts'
import { isRelative, packageOf, resolve } from '../resolve.ts'

interface Layer {
  /** The files that it holds: a folder, or one file. */
  readonly at: string
  readonly folders: ReadonlyArray<string>
  readonly packages: ReadonlyArray<string>
}

const types = 'src/types/'
const ops = 'src/ops/'
const loader = 'src/loader/'
const expression = 'src/expression/'
const interop = 'src/interop/'

/** The first that holds a file decides. */
const layers: ReadonlyArray<Layer> = [
  { at: types, folders: [types], packages: ['fp-ts', 'io-ts', 'date-fns'] },
  { at: ops, folders: [types, ops], packages: ['fp-ts', 'date-fns'] },
  {
    at: 'src/loader/node/',
    folders: [types, loader],
    packages: ['fp-ts', 'io-ts', 'cross-fetch', 'hyparquet', 'node:'],
  },
  { at: loader, folders: [types, loader], packages: ['fp-ts', 'io-ts', 'cross-fetch', 'hyparquet', 'yaml'] },
  { at: 'src/expression/run.ts', folders: [types, ops, expression, loader], packages: ['fp-ts'] },
  { at: expression, folders: [types, ops, expression], packages: ['fp-ts'] },
  { at: interop, folders: [types, ops, expression, interop], packages: ['fp-ts'] },
  { at: 'src/index.ts', folders: [types, ops, loader], packages: [] },
]

/** A bridge may import the engine that it is named for: `interop/arrow.ts` imports `apache-arrow`. */
const isOwnEngine = (path: string, specifier: string): boolean =>
  path.startsWith(interop) && packageOf(specifier).includes(posix.basename(path, '.ts'))

/** Folders import downwards only, and the packages that are theirs. */
export const layersRule = ({ path, imports }: Importing): ReadonlyArray<string> => {
  const layer = layers.find(({ at }) => path.startsWith(at))
  if (layer === undefined) return [`${path}: stands in no folder of the design`]
  return imports.flatMap((specifier) => {
    if (isRelative(specifier)) {
      const target = resolve(path, specifier)
      return layer.folders.some((folder) => target.startsWith(folder)) ? [] : [`${path}: may not import ${target}`]
    }
    return layer.packages.includes(packageOf(specifier)) || isOwnEngine(path, specifier)
      ? []
      : [`${path}: may not import the package ${specifier}`]
  })
}

/** What needs Node stands in `src/loader/node/`, and only that folder imports from it. */
export const nodeRule = ({ path, imports }: Importing): ReadonlyArray<string> => {
  const room = 'src/loader/node/'
  if (path.startsWith(room)) return []
  return imports
    .filter((specifier) => isRelative(specifier) && resolve(path, specifier).startsWith(room))
    .map((specifier) => `${path}: imports ${specifier}, which runs in Node only`)
}
