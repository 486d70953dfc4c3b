import { posix } from 'node:path'

const testOf = (path: string): string => path.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts')

const isExempt = (path: string): boolean =>
  posix.basename(path) === 'index.ts' || posix.dirname(path).endsWith('/generated')

/** The test of a whole folder, such as `test/interop/duckdb/duckdb.test.ts`. */
const testOfFolder = (path: string): string => {
  const folder = posix.dirname(path).replace(/^src\//, 'test/')
  return `${folder}/${posix.basename(folder)}.test.ts`
}

/** The run-time code of a source file, by the names that it exports. */
export interface Tested {
  readonly path: string
  readonly values: ReadonlyArray<string>
}

/**
 * Every file with run-time code that an entry point publishes has a test file that mirrors it, or one of its folder.
 * Generated files are tested through their generator.
 *
 * @param published - What entry points export, as `path#name`.
 */
export const mirroredTestsRule = (
  modules: ReadonlyArray<Tested>,
  published: ReadonlySet<string>,
  tests: ReadonlySet<string>,
): ReadonlyArray<string> =>
  modules
    .filter(({ path, values }) => !isExempt(path) && values.some((name) => published.has(`${path}#${name}`)))
    .filter(({ path }) => !tests.has(testOf(path)) && !tests.has(testOfFolder(path)))
    .map(({ path }) => `${path}: has no ${testOf(path)}`)
