import { posix } from 'node:path'
import type { Module } from '../Module.ts'

/** Everything has one name, its own. */
export const defaultExportRule = ({
  path,
  defaultExport,
}: Pick<Module, 'path' | 'defaultExport'>): ReadonlyArray<string> =>
  defaultExport ? [`${path}: has a default export`] : []

/** An `index.ts` says what its folder is for and re-exports it, nothing else. */
export const indexRule = ({
  path,
  onlyReexports,
  packageDoc,
}: Pick<Module, 'path' | 'onlyReexports' | 'packageDoc'>): ReadonlyArray<string> =>
  posix.basename(path) !== 'index.ts'
    ? []
    : [
        ...(onlyReexports ? [] : [`${path}: does more than re-export`]),
        ...(packageDoc ? [] : [`${path}: has no comment with @packageDocumentation`]),
      ]
