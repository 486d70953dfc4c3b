import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

test('the lockfile names no registry, so that every machine asks its own', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> }
  const names = Object.entries(packages)
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('npm writes no registry into the lockfile, and none is configured', () => {
  const lines = read('.npmrc').split('\n')
  expect(lines).toContain('omit-lockfile-registry-resolved=true')
  expect(lines.filter((line) => /registry\s*=/.test(line) && !line.startsWith('omit-'))).toEqual([])
})

test('every package in the lockfile has a checksum', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string }> }
  const without = Object.entries(packages).filter(([name, { integrity }]) => name !== '' && integrity === undefined)
  expect(without.map(([name]) => name)).toEqual([])
})

test('the lockfile holds every package that another one names, for all platforms, as npm ci demands', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, Partial<Record<'dependencies' | 'optionalDependencies', Record<string, string>>>>
  }
  const held = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')))
  const named = Object.values(packages).flatMap(({ dependencies, optionalDependencies }) =>
    Object.keys({ ...dependencies, ...optionalDependencies }),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !held.has(name))).toEqual([])
})
