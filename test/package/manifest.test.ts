import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { entryPointsOf } from '../../scripts/package/entryPoints.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

interface Manifest {
  readonly version: string
  readonly main: string
  readonly types: string
  readonly typesVersions: { readonly '*': Readonly<Record<string, ReadonlyArray<string>>> }
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
}

const manifest: Manifest = JSON.parse(read('package.json'))

const typesByEntryPoint = Object.entries(manifest.exports).flatMap(([key, entry]) =>
  typeof entry === 'string' ? [] : [[key, entry.types] as const],
)

test('the entry points are those of the path mappings, and nothing else is reachable but package.json', () => {
  const { paths }: { readonly paths: object } = JSON.parse(read('tsconfig.json')).compilerOptions
  const mapped = Object.keys(paths).filter((name) => !name.startsWith('#'))
  const specifiers = typesByEntryPoint.map(([key]) => key.replace(/^\./, 'wandb-run-ops'))
  expect(specifiers.toSorted()).toEqual(mapped.toSorted())
  expect(Object.keys(manifest.exports)).toHaveLength(specifiers.length + 1)
  expect(manifest.exports['./package.json']).toBe('./package.json')
  expect(Object.keys(manifest.exports).filter((key) => key.includes('*'))).toEqual([])
})

test('main, types and typesVersions name the files of exports, for resolvers that do not read exports', () => {
  const entry = manifest.exports['.']
  expect(entry).toMatchObject({ types: manifest.types, default: manifest.main })
  const byName = typesByEntryPoint.flatMap(([key, types]) => (key === '.' ? [] : [[key.slice(2), [types]] as const]))
  expect(manifest.typesVersions['*']).toEqual(Object.fromEntries(byName))
})

test('an entry point, and a file behind a condition, has a module for bundlers and a bundle', () => {
  const entryPoints = entryPointsOf(fileURLToPath(root))
  expect(entryPoints.length).toBeGreaterThanOrEqual(typesByEntryPoint.length)
  for (const { module, default: bundle } of entryPoints) {
    expect(module).toMatch(/^\.\/dist\/es6\/.*\.js$/)
    expect(bundle).toMatch(/^\.\/dist\/(?!es6\/).*\.js$/)
  }
})

test('the changelog begins with the version of the package', () => {
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(manifest.version)
})

test('package.json names no web address', () => {
  expect(read('package.json')).not.toMatch(/https?:|git[+@:]|github:/)
})
