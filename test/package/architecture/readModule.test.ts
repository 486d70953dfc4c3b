import { describe, expect, test } from 'vitest'
import { readModule } from './readModule.ts'
import { effectsRule } from './rules/effects.ts'
import { defaultExportRule, indexRule } from './rules/exports.ts'

describe('readModule', () => {
  const read = (text: string, path = 'src/ops/x.ts') => readModule(path, text)

  test('finds every kind of import', () => {
    const text = `
      import 'a'
      import type { B } from 'b'
      import c, * as cc from 'c'
      export * from 'd'
      export { e } from 'e'
      const f = await import('f')
      type G = import('g').G
      import H = require('h')
      import(name)
      // import 'not'
      const s = "import 'not'"`
    expect(read(text).imports).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', '<computed>'])
    expect(read(text).reexports).toEqual(['d', 'e'])
  })

  test.each([
    'export default 1',
    'export default function f() {}',
    'const a = 1\nexport { a as default }',
    'export { default } from "x"',
  ])('defaultExportRule: %s is refused', (text) => {
    expect(defaultExportRule(read(text))).toHaveLength(1)
  })

  test('a switch with a default clause is no default export', () => {
    expect(defaultExportRule(read('switch (1) { default: f() }'))).toEqual([])
  })

  test('indexRule: code, or no word on the folder, is refused', () => {
    const doc = '/**\n * What it holds.\n *\n * @packageDocumentation\n */\n'
    expect(indexRule(read(`${doc}export * from './a.ts'`, 'src/ops/index.ts'))).toEqual([])
    expect(indexRule(read(`export * from './a.ts'`, 'src/ops/index.ts'))).toHaveLength(1)
    expect(indexRule(read(`${doc}export const a = 1`, 'src/ops/index.ts'))).toHaveLength(1)
    expect(indexRule(read('', 'src/ops/index.ts'))).toHaveLength(2)
    expect(indexRule(read('export const a = 1', 'src/ops/a.ts'))).toEqual([])
  })

  test('a file of types and re-exports has no run-time code', () => {
    const types =
      "import { x } from './x.ts'\nexport interface A {}\nexport type B = A\nexport * from './y.ts'\ndeclare const c: 1"
    expect(read(types).runtime).toBe(false)
    expect(read(`${types}\nexport const d = 1`).runtime).toBe(true)
  })

  test.each([
    ...[
      'throw 1',
      'Date.now()',
      'new Date()',
      'Math.random()',
      'console.log(1)',
      'fetch(url)',
      'const a = { process }',
    ],
    ...['setTimeout(f, 1)', 'Buffer.from(b)', 'require("a")'],
  ])('effectsRule: an operation may not say %s', (text) => {
    expect(effectsRule(read(text))).toHaveLength(1)
  })

  test.each([
    'new Date(0)',
    'client.fetch(url)',
    'const a = { fetch: 1 }',
    'interface P { process: 1 }',
    'Math.max(1)',
  ])('effectsRule: an operation may say %s', (text) => {
    expect(effectsRule(read(text))).toEqual([])
  })

  test('effectsRule: the loader may fetch and wait, and in src/node alone ask the process', () => {
    expect(effectsRule(read('fetch(url); setTimeout(f, 1)', 'src/loader/send.ts'))).toEqual([])
    expect(effectsRule(read('process.env', 'src/loader/send.ts'))).toHaveLength(1)
    expect(effectsRule(read('process.env', 'src/node/env.ts'))).toEqual([])
  })
})
