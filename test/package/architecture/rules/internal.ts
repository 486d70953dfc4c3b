import { posix } from 'node:path'
import type { Importing, Module } from '../Module.ts'
import { isRelative, resolve } from '../resolve.ts'

/** The folder that an `internal/` belongs to; the innermost one decides. */
const ownerOf = (target: string): string | undefined => {
  const at = target.lastIndexOf('/internal/')
  return at === -1 ? undefined : target.slice(0, at + 1)
}

/** `internal/` is private to its parent folder. */
export const internalRule = ({ path, imports }: Importing): ReadonlyArray<string> =>
  imports.filter(isRelative).flatMap((specifier) => {
    const owner = ownerOf(resolve(path, specifier))
    return owner === undefined || path.startsWith(owner) ? [] : [`${path}: ${specifier} is private to ${owner}`]
  })

/** An entry point does not publish what is private. */
export const unpublishedRule = ({ path, reexports }: Pick<Module, 'path' | 'reexports'>): ReadonlyArray<string> =>
  posix.basename(path) === 'index.ts' && !path.includes('/internal/')
    ? reexports
        .filter((specifier) => resolve(path, specifier).includes('/internal/'))
        .map((specifier) => `${path}: publishes the private ${specifier}`)
    : []
