import { describe, expect, test } from 'vitest'
import { cyclesRule } from './rules/cycles.ts'
import { docTagsRule, fieldDocsRule } from './rules/docTags.ts'
import { doorsRule, independenceRule } from './rules/doors.ts'
import { floorsRule } from './rules/floors.ts'
import { caseRule, folderCyclesRule, folderSizeRule, indexImportsRule } from './rules/folders.ts'
import { mirroredTestsRule } from './rules/mirroredTests.ts'
import { bannedNames, glossaryRule, namesRule, uniqueNamesRule } from './rules/names.ts'
import { specifiersRule } from './rules/specifiers.ts'

const importing = (path: string, ...imports: ReadonlyArray<string>) => ({ path, imports })

describe('floorsRule', () => {
  test.each([
    ['src/types/run/Run.ts', '../../ops/run/config.ts'],
    ['src/types/run/Run.ts', '../../history/mergeChunks.ts'],
    ['src/types/run/Run.ts', '../../loader/index.ts'],
    ['src/types/run/Run.ts', 'cross-fetch'],
    ['src/types/run/Run.ts', 'node:fs'],
    ['src/history/mergeChunks.ts', '../query/Filter.ts'],
    ['src/query/Filter.ts', '../ops/match/matches.ts'],
    ['src/ops/run/config.ts', '../../client/Client.ts'],
    ['src/ops/run/config.ts', '../../loader/run/loadRuns.ts'],
    ['src/ops/run/config.ts', '../../expression/plan/Plan.ts'],
    ['src/ops/run/config.ts', 'io-ts'],
    ['src/client/Client.ts', '../ops/run/config.ts'],
    ['src/client/Client.ts', '../loader/run/loadRuns.ts'],
    ['src/loader/run/loadRuns.ts', '../../ops/run/config.ts'],
    ['src/loader/run/loadRuns.ts', '../../node/download.ts'],
    ['src/loader/run/loadRuns.ts', 'node:fs'],
    ['src/writer/run/updateRun.ts', '../../loader/run/loadRun.ts'],
    ['src/logger/run.ts', '../loader/run/loadRun.ts'],
    ['src/expression/plan/Plan.ts', '../../loader/run/loadRuns.ts'],
    ['src/expression/explain.ts', '../client/Client.ts'],
    ['src/interop/arrow/tables.ts', '../../loader/run/loadRuns.ts'],
    ['src/interop/arrow/tables.ts', '../../client/Client.ts'],
    ['src/interop/arrow/tables.ts', 'arquero'],
    ['src/interop/arrow/tables.ts', '../arquero/tables.ts'],
    ['src/interop/vega/registerOperations.ts', 'vega'],
    ['src/ops/run/config.ts', 'apache-arrow'],
    ['src/node/download.ts', '../api/connect.ts'],
    ['src/node/openClient.ts', '#openClient'],
    ['src/loader/run/loadRuns.ts', '../../api/connect.ts'],
    ['src/api/connect.ts', 'node:fs'],
    ['src/api/connect.ts', 'io-ts'],
    ['src/loader/run/loadRuns.ts', '@duckdb/node-api'],
    ['src/index.ts', 'fp-ts/lib/Either.js'],
    ['src/types/run/Run.ts', 'wandb-run-ops/types'],
    ['src/types/run/Run.ts', '../../typesOfOthers/X.ts'],
    ['src/ops/run/config.ts', '../../../sandbox/index.ts'],
  ])('%s may not import %s', (path, specifier) => {
    expect(floorsRule(importing(path, specifier))).toHaveLength(1)
  })

  test.each([
    ['src/types/run/Run.ts', '../wire/record.ts'],
    ['src/types/wire/time.ts', 'date-fns/parseJSON'],
    ['src/history/mergeChunks.ts', '../types/run/History.ts'],
    ['src/query/Filter.ts', '../types/run/Run.ts'],
    ['src/ops/run/config.ts', '../../types/run/ConfigDict.ts'],
    ['src/ops/match/matches.ts', '../../query/Filter.ts'],
    ['src/client/fetchSend.ts', 'cross-fetch'],
    ['src/loader/run/loadRuns.ts', '../../client/Client.ts'],
    ['src/loader/history/completeHistory.ts', '../../history/mergeChunks.ts'],
    ['src/expression/run.ts', '../loader/run/loadRuns.ts'],
    ['src/expression/run.ts', '../client/Client.ts'],
    ['src/logger/run.ts', '../writer/run/updateRun.ts'],
    ['src/node/clientFromEnv.ts', 'node:fs/promises'],
    ['src/node/clientFromEnv.ts', '../client/makeClient.ts'],
    ['src/api/connect.ts', '../node/clientFromEnv.ts'],
    ['src/api/connect.ts', '#openClient'],
    ['src/api/loads/runs.ts', '../../loader/run/loadRun.ts'],
    ['src/api/loads/query.ts', '../../expression/run.ts'],
    ['src/interop/arrow/tables.ts', 'apache-arrow'],
    ['src/interop/arrow/tables.ts', './column.ts'],
    ['src/interop/arrow/tables.ts', '../operationNames.ts'],
    ['src/interop/duckdb/insertRuns.ts', '../../ops/table/runTable.ts'],
    ['src/interop/duckdb/insertRuns.ts', '@duckdb/node-api'],
    ['src/index.ts', './api/index.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(floorsRule(importing(path, specifier))).toEqual([])
  })

  test('a file outside the rooms of the design is refused', () => {
    expect(floorsRule(importing('src/other/x.ts'))).toEqual(['src/other/x.ts: is in no room of the design'])
  })
})

describe('specifiersRule', () => {
  test.each([
    ...[
      'fp-ts',
      'fp-ts/Either',
      'fp-ts/lib/Either',
      'fp-ts/es6/Either.js',
      'io-ts/PathReporter',
      'io-ts/lib/Decoder.js',
    ],
    ...['./record', './record.js', './codec', '..', '<computed>'],
  ])('%s is refused', (specifier) => {
    expect(specifiersRule(importing('src/types/Run.ts', specifier))).toHaveLength(1)
  })

  test.each(['fp-ts/lib/Either.js', 'io-ts', 'io-ts/lib/PathReporter.js', './record.ts', '../x/y.ts', 'date-fns'])(
    '%s is accepted',
    (specifier) => {
      expect(specifiersRule(importing('src/types/Run.ts', specifier))).toEqual([])
    },
  )
})

test('doorsRule: nothing reaches into internal, and examples import the package', () => {
  expect(doorsRule(importing('cli/main.ts', '../src/loader/internal/x.ts'))).toHaveLength(1)
  expect(doorsRule(importing('examples/a.ts', '../src/ops/run/config.ts'))).toHaveLength(1)
  expect(doorsRule(importing('cli/main.ts', '../src/loader/run/loadRuns.ts'))).toEqual([])
  expect(doorsRule(importing('examples/a.ts', './b.ts', 'wandb-run-ops'))).toEqual([])
})

test('independenceRule: src does not import what is built around it', () => {
  for (const target of ['../../sandbox/index.ts', '../../test/laws/law.ts', '../../cli/main.ts', '../../bench/main.ts'])
    expect(independenceRule(importing('src/types/x.ts', target))).toHaveLength(1)
  expect(independenceRule(importing('src/types/x.ts', './y.ts', 'fp-ts/lib/Either.js'))).toEqual([])
  expect(independenceRule(importing('cli/main.ts', '../sandbox/index.ts'))).toEqual([])
})

test('cyclesRule: a cycle is found once, and named', () => {
  const modules = [
    importing('src/d.ts', './a.ts'),
    importing('src/a.ts', './b.ts'),
    importing('src/b.ts', './c.ts', './d.ts'),
    importing('src/c.ts', 'fp-ts/lib/Either.js'),
  ]
  expect(cyclesRule(modules)).toEqual(['cycle: src/a.ts → src/b.ts → src/d.ts → src/a.ts'])
  expect(cyclesRule(modules.slice(1))).toEqual([])
  expect(cyclesRule([importing('src/self.ts', './self.ts')])).toHaveLength(1)
})

test('folderCyclesRule: folders that import each other are found, however long the way; what only re-exports is no part of it', () => {
  const direct = [importing('src/a/x.ts', '../b/y.ts'), importing('src/b/z.ts', '../a/w.ts')]
  expect(folderCyclesRule(direct)).toEqual([
    'src/a imports src/b, which imports it back',
    'src/b imports src/a, which imports it back',
  ])
  const long = [
    importing('src/a/x.ts', '../b/y.ts'),
    importing('src/b/y.ts', './c/z.ts'),
    importing('src/b/c/z.ts', '../../a/w.ts'),
  ]
  expect(folderCyclesRule(long)).toHaveLength(3)
  expect(folderCyclesRule(long.slice(0, 2))).toEqual([])
  expect(folderCyclesRule([importing('src/a/index.ts', './b/y.ts'), importing('src/a/b/y.ts', '../w.ts')])).toEqual([])
  const back = importing('src/a/b/y.ts', '../w.ts')
  expect(folderCyclesRule([{ ...importing('src/a/all.ts', './b/y.ts'), onlyReexports: true }, back])).toEqual([])
  expect(folderCyclesRule([importing('src/a/all.ts', './b/y.ts'), back])).toHaveLength(2)
})

test('indexImportsRule: a file imports declarations, an index may import an index', () => {
  expect(indexImportsRule(importing('src/a/x.ts', '../b/index.ts'))).toHaveLength(1)
  expect(indexImportsRule(importing('src/index.ts', './b/index.ts'))).toEqual([])
  expect(indexImportsRule(importing('src/a/x.ts', '../b/y.ts', 'date-fns/index.ts'))).toEqual([])
})

test('folderSizeRule: a folder of one or two files is refused, unless it holds folders', () => {
  const three = ['src/a/1.ts', 'src/a/2.ts', 'src/a/3.ts']
  expect(folderSizeRule(three)).toEqual([])
  expect(folderSizeRule(three.slice(1))).toHaveLength(1)
  expect(folderSizeRule(['src/index.ts', ...three])).toEqual([])
})

test('caseRule: paths that differ only by case are refused', () => {
  expect(caseRule(['src/Plan.ts', 'src/plan.ts', 'src/a/plan.ts'])).toEqual([
    'src/plan.ts: differs from src/Plan.ts only by case',
  ])
})

test('namesRule: utils, common, helpers and misc are refused as folder and as file', () => {
  for (const path of ['src/utils/a.ts', 'src/ops/helpers/b.ts', 'src/common.ts', 'test/misc.test.ts'])
    expect(namesRule(path)).toHaveLength(1)
  expect(namesRule('src/ops/commonTags.ts')).toEqual([])
})

test('glossaryRule: a name of the first column is refused as file and as export', () => {
  const banned = bannedNames(
    '# Words\n\n| not | but |\n|---|---|\n| `younger` | `optionalFields` |\n| `keptRaw` | `x` |\n\n| a | b |\n',
  )
  expect([...banned]).toEqual(['younger', 'keptRaw'])
  expect(glossaryRule({ path: 'src/younger.ts', exports: ['a', 'keptRaw'] }, banned)).toHaveLength(2)
  expect(glossaryRule({ path: 'src/optionalFields.ts', exports: ['x'] }, banned)).toEqual([])
})

test('uniqueNamesRule: one name for two functions is refused', () => {
  expect(
    uniqueNamesRule([
      { path: 'a.ts', functions: ['f', 'g'] },
      { path: 'b.ts', functions: ['f'] },
    ]),
  ).toHaveLength(1)
  expect(
    uniqueNamesRule([
      { path: 'a.ts', functions: ['f'] },
      { path: 'b.ts', functions: ['g'] },
    ]),
  ).toEqual([])
})

test('mirroredTestsRule: published code without a test file is reported; types, index and generated are not', () => {
  const module = (path: string, ...values: ReadonlyArray<string>) => ({ path, values })
  const modules = [
    module('src/ops/run/config.ts', 'runConfig', 'readConfig'),
    module('src/ops/run/name.ts', 'runName'),
    module('src/ops/generated/run.ts', 'runOperations'),
    module('src/ops/index.ts'),
    module('src/ops/dual.ts', 'dual'),
    module('src/interop/duckdb/names.ts', 'quote'),
    module('src/types/RunWith.ts'),
  ]
  const published = new Set(
    modules
      .flatMap(({ path, values }) => values.slice(0, 1).map((name) => `${path}#${name}`))
      .filter((name) => name !== 'src/ops/dual.ts#dual'),
  )
  const tests = new Set(['test/ops/run/name.test.ts', 'test/interop/duckdb/duckdb.test.ts'])
  expect(mirroredTestsRule(modules, published, tests)).toEqual([
    'src/ops/run/config.ts: has no test/ops/run/config.test.ts',
  ])
})

test('docTagsRule: each missing tag is reported, and what is @internal is left alone', () => {
  const declaration = { name: 'x', path: 'src/x.ts', line: 3, bareFields: [] }
  expect(docTagsRule({ ...declaration, tags: ['category', 'since'] })).toEqual([])
  expect(docTagsRule({ ...declaration, tags: ['since'] })).toEqual(['src/x.ts:3: x has no @category'])
  expect(docTagsRule({ ...declaration, tags: [] })).toHaveLength(2)
  expect(docTagsRule({ ...declaration, tags: ['internal'] })).toEqual([])
})

test('fieldDocsRule: each field without a comment is reported', () => {
  const declaration = { name: 'X', path: 'src/x.ts', line: 3, tags: [], bareFields: ['a', 'b'] }
  expect(fieldDocsRule(declaration)).toEqual(['src/x.ts:3: X.a has no comment', 'src/x.ts:3: X.b has no comment'])
  expect(fieldDocsRule({ ...declaration, tags: ['internal'] })).toEqual([])
})
