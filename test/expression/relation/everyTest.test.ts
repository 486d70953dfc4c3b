import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, describe, vi } from 'vitest'
import type { evaluateBy } from '../../../src/expression/relation/evaluateBy.ts'
import { caseCount } from '../../laws/law.ts'

type Evaluate = ReturnType<typeof evaluateBy>

// Each expression is evaluated twice.
vi.setConfig({ testTimeout: 120_000 })

// The tests of expressions have few runs, which columns would not answer. Here they all do.
vi.resetModules()
vi.doMock('../../../src/expression/evaluate.ts', async () => {
  const module = await import('../../../src/expression/relation/evaluateBy.ts')
  const byColumns = module.evaluateBy(0)
  const byRecords = module.evaluateBy(Number.POSITIVE_INFINITY)
  const evaluate = (...[expression, scope, known = {}]: Parameters<Evaluate>): ReturnType<Evaluate> => {
    const one = byColumns(expression, scope, known)
    if (!isDeepStrictEqual(one, byRecords(expression, scope, known))) throw new Error('Columns give something else.')
    return one
  }
  return { evaluate }
})

afterAll(() => {
  vi.doUnmock('../../../src/expression/evaluate.ts')
  vi.resetModules()
})

const here = import.meta.dirname
const few = ['../panelCases.test.ts', '../compile/tags.test.ts', '../compile/loaded.test.ts', '../library/list.test.ts']

/** In CI, all tests of expressions. */
const files =
  caseCount() < 10_000
    ? few
    : ['..', '../compile', '../library', '../types', '../values'].flatMap((folder) =>
        readdirSync(join(here, folder))
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => `${folder}/${name}`),
      )

for (const file of files)
  describe(`by columns, ${file}`, async () => {
    await import(join(here, file))
  })
