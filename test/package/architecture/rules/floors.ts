import type { Importing } from '../Module.ts'
import { isRelative, packageOf, resolve } from '../resolve.ts'

interface Room {
  /** Rooms import from lower floors only. */
  readonly floor: number
  readonly packages: ReadonlyArray<string>
  /** Rooms below that this one may not know all the same. */
  readonly unknown?: ReadonlyArray<string>
  /** Rooms of its own floor that this one may import. */
  readonly neighbours?: ReadonlyArray<string>
}

const loaders = ['client', 'loader', 'offline']

const rooms: Readonly<Record<string, Room>> = {
  types: { floor: 0, packages: ['fp-ts', 'io-ts', 'date-fns'] },
  history: { floor: 1, packages: ['fp-ts', 'io-ts'] },
  query: { floor: 1, packages: ['fp-ts', 'date-fns', '@date-fns/tz'] },
  log: { floor: 1, packages: ['fp-ts'] },
  ops: { floor: 2, packages: ['fp-ts', 'date-fns'], unknown: ['log'] },
  client: { floor: 2, packages: ['fp-ts', 'io-ts', 'cross-fetch'], unknown: ['log'] },
  loader: { floor: 3, packages: ['fp-ts', 'io-ts', 'hyparquet', 'yaml'], unknown: ['ops', 'log'] },
  offline: { floor: 3, packages: ['fp-ts', 'io-ts', 'yaml'] },
  writer: { floor: 3, packages: ['fp-ts', 'io-ts'] },
  expression: { floor: 4, packages: ['fp-ts', 'acorn'], unknown: loaders },
  logger: { floor: 4, packages: ['fp-ts'], unknown: ['loader', 'offline'] },
  interop: { floor: 4, packages: ['fp-ts'], unknown: [...loaders, 'writer'] },
  node: { floor: 5, packages: ['fp-ts', 'io-ts', 'hyparquet', 'undici', 'node:'] },
  testing: { floor: 5, packages: ['fp-ts', '#sandbox'] },
  api: { floor: 5, packages: ['fp-ts', '#openClient'], neighbours: ['node'] },
}

/** Files that may import more than their room. */
const exceptions: Readonly<Record<string, ReadonlyArray<string>>> = {
  'src/expression/run.ts': ['client', 'loader'],
}

const engines: Readonly<Record<string, string>> = {
  arquero: 'arquero',
  arrow: 'apache-arrow',
  duckdb: '@duckdb/node-api',
  vega: 'vega-expression',
}

const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]

/** The bridge that a file belongs to: the folder of `src/interop/` that it lies in. */
const bridgeOf = (path: string): string | undefined => /^src\/interop\/([^/]+)\//.exec(path)?.[1]

const importsRoom = (path: string, from: string, to: string): boolean => {
  if (from === to) return true
  if (exceptions[path]?.includes(to)) return true
  const room = rooms[from]
  const target = rooms[to]
  if (room === undefined || target === undefined || room.unknown?.includes(to)) return false
  return target.floor < room.floor || (room.neighbours?.includes(to) ?? false)
}

const importsFile = (path: string, target: string): boolean => {
  const from = roomOf(path)
  const to = roomOf(target)
  if (from === undefined || to === undefined) return false
  const bridge = bridgeOf(target)
  return importsRoom(path, from, to) && (bridge === undefined || bridge === bridgeOf(path))
}

const importsPackage = (path: string, specifier: string): boolean => {
  const name = packageOf(specifier)
  const bridge = bridgeOf(path)
  return rooms[roomOf(path) ?? '']?.packages.includes(name) === true || engines[bridge ?? ''] === name
}

/** Rooms import from the floors below theirs, and only the packages listed for them. */
export const floorsRule = ({ path, imports }: Importing): ReadonlyArray<string> => {
  // The root is the door: it re-exports from the rooms, whatever their floor.
  if (path === 'src/index.ts')
    return imports
      .filter((specifier) => !isRelative(specifier))
      .map((specifier) => `${path}: may not import ${specifier}`)
  const room = roomOf(path)
  if (room === undefined || !Object.hasOwn(rooms, room)) return [`${path}: is in no room of the design`]
  return imports.flatMap((specifier) => {
    if (!isRelative(specifier))
      return importsPackage(path, specifier) ? [] : [`${path}: may not import the package ${specifier}`]
    const target = resolve(path, specifier)
    return importsFile(path, target) ? [] : [`${path}: may not import ${target}`]
  })
}
