import { posix } from 'node:path'
import type { Module } from '../Module.ts'

const testOf = (path: string): string => path.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts')

const isExempt = (path: string): boolean =>
  ['index.ts', 'registry.ts'].includes(posix.basename(path)) || path.includes('/internal/')

/** Every file with run-time code has a test file that mirrors it; `index.ts`, `registry.ts` and `internal/` need none. */
export const mirroredTestsRule = (
  modules: ReadonlyArray<Pick<Module, 'path' | 'runtime'>>,
  tests: ReadonlySet<string>,
): ReadonlyArray<string> =>
  modules
    .filter(({ path, runtime }) => runtime && !isExempt(path) && !tests.has(testOf(path)))
    .map(({ path }) => `${path}: has no ${testOf(path)}`)
