import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { browserImports, bundleSize } from '../../scripts/bundleSize/bundleSize.ts'
import { loaderProgram, operationProgram, operationsProgram } from '../../scripts/bundleSize/programs.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const expectAtMost = async (program: string, ceiling: number, external: ReadonlyArray<string> = []): Promise<void> => {
  const { initial, lazy } = await bundleSize(program, external)
  const sizes = `${initial} bytes initially and ${lazy} on demand, minified and gzipped; the limit is ${ceiling} initially`
  expect(initial, `the bundle of ${program} is empty`).toBeGreaterThan(0)
  expect(initial, `${program}\nis ${sizes}`).toBeLessThanOrEqual(ceiling)
}

test('runConfig alone is less than 1,000 bytes', async () => {
  await expectAtMost(operationProgram, 999)
})

test('all operations on records are at most 12 kB', async () => {
  await expectAtMost(await operationsProgram(), 12_000)
})

test('history series are at most 5 kB', async () => {
  await expectAtMost(
    `export { alignSteps, bin, cumulative, derivative, downsample, groupBand, joinSeries, rank, smooth } from './src/ops/index.ts'`,
    5_000,
  )
})

test('a filter in memory is at most 6.4 kB', async () => {
  await expectAtMost(
    `export { column, eq } from './src/query/index.ts'; export { matches } from './src/ops/index.ts'`,
    6_400,
  )
})

const runsProgram = ['aggregate', 'bestRun', 'configDifferences', 'groupRunsBy', 'importance', 'joinRuns', 'pivot']
  .map((name) => `export * from './src/ops/runs/${name}.ts'`)
  .concat([
    `export * from './src/ops/table/runTable.ts'`,
    `export * from './src/query/aggregates.ts'`,
    `export * from './src/query/distribution.ts'`,
  ])
  .join('\n')

test('groups, aggregates and tables of runs are at most 14.6 kB', async () => {
  await expectAtMost(runsProgram, 14_600)
})

test('filters for the server are at most 10.7 kB', async () => {
  await expectAtMost(`export { toMongo, toOrder } from './src/query/index.ts'`, 10_700)
})

test('SQL is at most 17 kB', async () => {
  await expectAtMost(`export { toSql, toSqlOrder, toSqlSelect } from './src/query/index.ts'`, 17_000)
})

test('the ops entry point with the registry is at most 56 kB', async () => {
  await expectAtMost(`export * from './src/ops/index.ts'`, 56_000)
})

test('the run loader is at most 35 kB', async () => {
  await expectAtMost(loaderProgram, 35_000)
})

test('all loaders together are at most 71.5 kB', async () => {
  await expectAtMost(`export * from './src/loader/index.ts'`, 71_500)
})

test('separates initial code from code that is loaded on demand', async () => {
  const dynamic = await bundleSize(`export const load = () => import('./src/types/index.ts')`)
  const eager = await bundleSize(`export * from './src/types/index.ts'`)
  expect(dynamic.initial).toBeLessThan(1_000)
  expect(dynamic.lazy).toBeGreaterThan(5_000)
  expect(eager.initial).toBeGreaterThan(5_000)
  expect(eager.lazy).toBe(0)
})

/** Returns the packages in the bundle of a program, and those that it imports. */
const packagesOf = async (
  program: string,
  external: ReadonlyArray<string>,
  platform: 'browser' | 'node' = 'browser',
): Promise<ReadonlyArray<string>> => {
  const { metafile } = await build({
    stdin: { contents: program, resolveDir: root, loader: 'ts', sourcefile: 'program.ts' },
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform,
    treeShaking: false,
    metafile: true,
    write: false,
    external: [...external],
    plugins: platform === 'browser' ? [browserImports] : [],
    logLevel: 'silent',
  })
  const inside = Object.keys(metafile.inputs).map((path) => `./${path}`)
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  const names = [...inside, ...outside].flatMap((path) =>
    path.startsWith('./')
      ? (/^\.\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.slice(1) ?? [])
      : [/^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path],
  )
  return [...new Set(names)].sort()
}

const engines = ['@duckdb/node-api', 'apache-arrow', 'arquero', 'vega', 'vega-expression', 'vega-lite']

test('the main entry points load no engine', async () => {
  for (const entryPoint of ['types/index', 'query/index', 'ops/index', 'loader/index', 'index', 'interop/vega/index']) {
    const packages = await packagesOf(`export * from './src/${entryPoint}.ts'`, engines)
    expect(packages).toContain('fp-ts')
    expect(packages.filter((name) => engines.includes(name))).toEqual([])
  }
})

test.each([
  ['arrow', 'apache-arrow'],
  ['arquero', 'arquero'],
])('the %s bridge loads no engine but %s', async (bridge, engine) => {
  const packages = await packagesOf(`export * from './src/interop/${bridge}/index.ts'`, engines)
  expect(packages.filter((name) => engines.includes(name))).toEqual([engine])
})

test('the duckdb bridge loads no other engine', async () => {
  const packages = await packagesOf(`export * from './src/interop/duckdb/index.ts'`, engines, 'node')
  expect(packages.filter((name) => engines.includes(name) && name !== '@duckdb/node-api')).toEqual([])
})

test('converting histories to Arrow is at most 9 kB', async () => {
  const program = `export { historyFromArrow, historyToArrow } from './src/interop/arrow/index.ts'`
  await expectAtMost(program, 9_000, ['apache-arrow'])
})

test('only src/node needs Node', async () => {
  for (const entryPoint of ['types', 'query', 'ops', 'loader'])
    await expect(bundleSize(`export * from './src/${entryPoint}/index.ts'`)).resolves.toBeDefined()
  await expect(bundleSize(`export * from 'node:fs'`)).rejects.toThrow('node:fs')
})
