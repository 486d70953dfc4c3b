import { describe, expect, test } from 'vitest'
import { cyclesRule } from './rules/cycles.ts'
import { docTagsRule, fieldDocsRule } from './rules/docTags.ts'
import { internalRule, unpublishedRule } from './rules/internal.ts'
import { layersRule, nodeRule } from './rules/layers.ts'
import { mirroredTestsRule } from './rules/mirroredTests.ts'
import { namesRule } from './rules/names.ts'
import { specifiersRule } from './rules/specifiers.ts'

const importing = (path: string, ...imports: ReadonlyArray<string>) => ({ path, imports })

describe('layersRule', () => {
  test.each([
    ['src/types/Run.ts', '../ops/index.ts'],
    ['src/types/Run.ts', '../loader/index.ts'],
    ['src/types/Run.ts', 'cross-fetch'],
    ['src/types/Run.ts', 'node:fs'],
    ['src/ops/run/config.ts', '../../loader/loadRuns.ts'],
    ['src/ops/run/config.ts', '../../expression/plan.ts'],
    ['src/ops/run/config.ts', 'io-ts'],
    ['src/loader/loadRuns.ts', '../ops/index.ts'],
    ['src/loader/loadRuns.ts', 'date-fns'],
    ['src/loader/loadRuns.ts', 'node:fs'],
    ['src/expression/plan.ts', '../loader/index.ts'],
    ['src/interop/arrow.ts', '../loader/index.ts'],
    ['src/interop/arrow.ts', 'arquero'],
    ['src/interop/arrow.ts', './arquero.ts'],
    ['src/interop/arrow.ts', './internal/arquero/register.ts'],
    ['src/interop/internal/arrow/vectors.ts', '../../arquero.ts'],
    ['src/interop/internal/arrow/vectors.ts', 'arquero'],
    ['src/interop/vega.ts', 'vega'],
    ['src/ops/run/config.ts', 'apache-arrow'],
    ['src/ops/run/config.ts', '../../interop/arrow.ts'],
    ['src/loader/loadRuns.ts', '@duckdb/node-api'],
    ['src/index.ts', './expression/index.ts'],
    ['src/ops/run/config.ts', '../../../sandbox/index.ts'],
    ['src/ops/run/config.ts', '../../../test/laws/pure.ts'],
    ['src/types/Run.ts', 'wandb-run-ops/types'],
    ['src/types/Run.ts', '../typesOfOthers/X.ts'],
  ])('%s may not import %s', (path, specifier) => {
    expect(layersRule(importing(path, specifier))).toHaveLength(1)
  })

  test.each([
    ['src/types/Run.ts', './codec/record.ts'],
    ['src/types/codec/UtcDate.ts', 'date-fns/parseJSON'],
    ['src/ops/run/config.ts', '../../types/index.ts'],
    ['src/loader/loadRuns.ts', 'cross-fetch'],
    ['src/loader/node/clientFromEnv.ts', 'node:fs/promises'],
    ['src/expression/run.ts', '../loader/index.ts'],
    ['src/interop/arrow.ts', 'apache-arrow'],
    ['src/interop/arrow.ts', './internal/arrow/vectors.ts'],
    ['src/interop/internal/arrow/vectors.ts', 'apache-arrow'],
    ['src/interop/internal/duckdb/rows.ts', '../../../ops/index.ts'],
    ['src/interop/duckdb.ts', '@duckdb/node-api'],
    ['src/interop/vega.ts', 'vega-expression'],
    ['src/interop/arrow.ts', '../expression/index.ts'],
    ['src/index.ts', './ops/index.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(layersRule(importing(path, specifier))).toEqual([])
  })

  test('a file outside the folders of the design is refused', () => {
    expect(layersRule(importing('src/other/x.ts'))).toEqual(['src/other/x.ts: stands in no folder of the design'])
  })
})

test('nodeRule: nothing but src/loader/node imports from it', () => {
  expect(nodeRule(importing('src/loader/index.ts', './node/index.ts'))).toHaveLength(1)
  expect(nodeRule(importing('src/index.ts', './loader/node/index.ts'))).toHaveLength(1)
  expect(nodeRule(importing('src/loader/node/index.ts', './netrc.ts'))).toEqual([])
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
    '%s is taken',
    (specifier) => {
      expect(specifiersRule(importing('src/types/Run.ts', specifier))).toEqual([])
    },
  )
})

test('internalRule: a folder next door may not import what is private', () => {
  expect(internalRule(importing('src/ops/user/name.ts', '../run/internal/x.ts'))).toHaveLength(1)
  expect(internalRule(importing('src/ops/run/name.ts', '../internal/dual.ts', './internal/x.ts'))).toEqual([])
  expect(internalRule(importing('src/loader/internal/a.ts', './b.ts'))).toEqual([])
})

test('unpublishedRule: an index may not publish what is private', () => {
  expect(unpublishedRule({ path: 'src/ops/index.ts', reexports: ['./internal/dual.ts'] })).toHaveLength(1)
  expect(unpublishedRule({ path: 'src/ops/index.ts', reexports: ['./run/index.ts'] })).toEqual([])
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

test('namesRule: utils, common, helpers and misc are refused as folder and as file', () => {
  for (const path of ['src/utils/a.ts', 'src/ops/helpers/b.ts', 'src/common.ts', 'test/misc.test.ts'])
    expect(namesRule(path)).toHaveLength(1)
  expect(namesRule('src/ops/commonTags.ts')).toEqual([])
})

test('mirroredTestsRule: run-time code without a test file is reported; types, index, registry and internal are not', () => {
  const module = (path: string, runtime = true) => ({ path, runtime })
  const modules = [
    module('src/ops/run/config.ts'),
    module('src/ops/run/name.ts'),
    module('src/ops/run/registry.ts'),
    module('src/ops/index.ts'),
    module('src/ops/internal/dual.ts'),
    module('src/types/RunWith.ts', false),
  ]
  expect(mirroredTestsRule(modules, new Set(['test/ops/run/name.test.ts']))).toEqual([
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
})
