import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { yamlReader } from '../../../src/loader/request/sweepConfig.ts'

const read = await yamlReader()

test.each([
  ['a: [1, 2.5, 1.0e-05, -3]', { a: [1, 2.5, 0.00001, -3] }],
  ['a: yes\nb: off\nc: true', { a: true, b: false, c: true }],
  ['y: 1\nn: 2', { y: 1, n: 2 }],
  ['a: y\nb: n\nc: "no"', { a: 'y', b: 'n', c: 'no' }],
  ['a: 1e-3\nb: e5\nc: .\nd: 12e4', { a: '1e-3', b: 'e5', c: '.', d: '12e4' }],
  ['a: 010\nb: 008\nc: 0x1f\nd: 1_000', { a: 8, b: '008', c: 31, d: 1000 }],
  ['a: .5\nb: 5.\nc: .inf\nd: -.inf', { a: 0.5, b: 5, c: Number.POSITIVE_INFINITY, d: Number.NEGATIVE_INFINITY }],
  ['a: ~\nb:\nc: null', { a: null, b: null, c: null }],
  ['a: 2026-03-01', { a: '2026-03-01' }],
  ['a: 1\na: 2', { a: 2 }],
  ['base: &b {x: 1}\nc:\n  <<: *b\n  y: 2', { base: { x: 1 }, c: { x: 1, y: 2 } }],
  ['', null],
])('reads %j as Python does', (text, value) => {
  expect(read(text)).toEqual(value)
})

test.each([
  ['name: 2024', { name: '2024' }],
  ['name: 0x10\nmethod: 1.0\nprogram: 010', { name: '0x10', method: '1.0', program: '010' }],
  ['name: yes\ndescription: off\nentity: True', { name: 'yes', description: 'off', entity: 'True' }],
  ['name: 1e3\nproject: 1_000', { name: '1e3', project: '1_000' }],
  ['name: 2026-03-01', { name: '2026-03-01' }],
  ['name: .inf', { name: '.inf' }],
  ['name: "2024"\nmethod: \'a\'', { name: '2024', method: 'a' }],
  ['name: null\nmethod: ~\nprogram:', { name: null, method: null, program: null }],
  ['name: [1]\nmetric: 5', { name: [1], metric: 5 }],
  [
    'metric: {name: 7, goal: 1}\nparameters: {name: {value: 7}}',
    {
      metric: { name: '7', goal: '1' },
      parameters: { name: { value: 7 } },
    },
  ],
  ['early_terminate: {type: 1, min_iter: 3}', { early_terminate: { type: '1', min_iter: 3 } }],
])('reads the texts of %j as they are written', (text, value) => {
  expect(read(text)).toEqual(value)
})

test('a key called __proto__ is a key', () => {
  const value = read('__proto__: {polluted: true}') as object
  expect(Object.keys(value)).toEqual(['__proto__'])
  expect('polluted' in {}).toBe(false)
})

test('invalid YAML is returned as is', () => {
  for (const text of ['a: [1', '{', '\t- a']) expect(read(text)).toBe(text)
})

test('references upon references are not followed for ever', () => {
  const bomb = [
    'a: &a [1,1,1,1,1,1,1,1,1,1]',
    ...'bcdefgh'.split('').map((c, i) => {
      const before = 'abcdefgh'[i]
      return `${c}: &${c} [${Array.from({ length: 10 }, () => `*${before}`).join(',')}]`
    }),
  ].join('\n')
  expect(read(bomb)).toBe(bomb)
})

test.each([
  [
    'an anchor for each of its aliases',
    () => Array.from({ length: 4000 }, (_, i) => `- &a${i} x\n- *a${i}`).join('\n'),
  ],
  [
    'merges upon merges',
    () =>
      [
        'a: &n0 {x: 1}',
        ...Array.from({ length: 30 }, (_, i) => `b${i}: &n${i + 1} {<<: [*n${i}, *n${i}], k${i}: 1}`),
      ].join('\n'),
  ],
  ['nesting without end', () => '['.repeat(100_000)],
  ['more than a megabyte', () => `a: ${'x'.repeat(2 ** 20)}`],
])('is a text where it has %s, and keeps nobody waiting', { timeout: 10_000 }, (_, write) => {
  const text = write()
  expect(read(text)).toBe(text)
})

test('reads in a bundle in parts, where the YAML library has its exports under default', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sweep-config-'))
  try {
    await build({
      entryPoints: { main: fileURLToPath(new URL('../../../src/loader/request/sweepConfig.ts', import.meta.url)) },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    })
    const bundled: { readonly yamlReader: typeof yamlReader } = await import(
      /* @vite-ignore */ pathToFileURL(join(folder, 'main.mjs')).href
    )
    expect((await bundled.yamlReader())('method: grid')).toEqual({ method: 'grid' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
