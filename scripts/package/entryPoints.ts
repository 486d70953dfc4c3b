import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of an entry point, relative to the package, such as `./dist/ops.js`. */
export interface EntryPoint {
  /** The declarations; a file behind a specifier of `imports` needs none. */
  readonly types: string | undefined
  /** The ES module for bundlers, which import its files one by one. */
  readonly module: string
  /** The bundle for everyone else. */
  readonly default: string
}

const isEntryPoint = (target: object): target is EntryPoint =>
  'module' in target && typeof target.module === 'string' && 'default' in target && typeof target.default === 'string'

const entryPointsIn = (target: unknown): ReadonlyArray<EntryPoint> => {
  if (typeof target !== 'object' || target === null) return []
  const nested = Object.values(target).flatMap(entryPointsIn)
  return isEntryPoint(target)
    ? [{ types: target.types, module: target.module, default: target.default }, ...nested]
    : nested
}

/** Returns the entry points of a package, and the files that its `imports` choose by condition. */
export const entryPointsOf = (root: string): ReadonlyArray<EntryPoint> => {
  const { exports, imports }: { readonly exports: unknown; readonly imports?: unknown } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const found = [...entryPointsIn(exports), ...entryPointsIn(imports)]
  return [...new Map(found.map((entryPoint) => [entryPoint.default, entryPoint])).values()]
}
