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
  { at: expression, folders: [types, ops, expression], packages: ['fp-ts', 'acorn'] },
  { at: interop, folders: [types, ops, expression, interop], packages: ['fp-ts'] },
  { at: 'src/index.ts', folders: [types, ops, loader], packages: [] },
]

const engines = new Map([
  ['arquero', 'arquero'],
  ['arrow', 'apache-arrow'],
  ['duckdb', '@duckdb/node-api'],
  ['vega', 'vega-expression'],
])

/** The bridge that a file belongs to: `arrow` has `interop/arrow.ts` and what is below `interop/internal/arrow/`. */
const bridgeOf = (path: string): string | undefined =>
  /^src\/interop\/(?:([^/]+)\.ts$|internal\/([^/]+)\/)/
    .exec(path)
    ?.slice(1)
    .find((name) => name !== undefined)

/** A bridge may import the engine that it is named for, and no other. */
const isOwnEngine = (path: string, specifier: string): boolean => {
  const bridge = bridgeOf(path)
  return bridge !== undefined && engines.get(bridge) === packageOf(specifier)
}

/** Two bridges know nothing of each other: who uses one has not the engine of the other. */
const isOtherBridge = (path: string, target: string): boolean => {
  const bridge = bridgeOf(target)
  return bridge !== undefined && bridge !== bridgeOf(path)
}

/** Folders import downwards only, and the packages that are theirs. */
export const layersRule = ({ path, imports }: Importing): ReadonlyArray<string> => {
  const layer = layers.find(({ at }) => path.startsWith(at))
  if (layer === undefined) return [`${path}: stands in no folder of the design`]
  return imports.flatMap((specifier) => {
    if (isRelative(specifier)) {
      const target = resolve(path, specifier)
      return layer.folders.some((folder) => target.startsWith(folder)) && !isOtherBridge(path, target)
        ? []
        : [`${path}: may not import ${target}`]
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
