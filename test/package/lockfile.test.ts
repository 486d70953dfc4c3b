import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

test('the lockfile contains no registry URLs, so that each machine uses its own registry', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> }
  const names = Object.entries(packages)
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('npm is configured to keep registry URLs out of the lockfile, and no registry is set', () => {
  const lines = read('.npmrc').split('\n')
  expect(lines).toContain('omit-lockfile-registry-resolved=true')
  expect(lines.filter((line) => /registry\s*=/.test(line) && !line.startsWith('omit-'))).toEqual([])
})

test('every package in the lockfile has a checksum', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string }> }
  const without = Object.entries(packages).filter(([name, { integrity }]) => name !== '' && integrity === undefined)
  expect(without.map(([name]) => name)).toEqual([])
})

test('the lockfile contains the dependencies of every package, for all platforms, as npm ci requires', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, Partial<Record<'dependencies' | 'optionalDependencies', Record<string, string>>>>
  }
  const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')))
  const required = Object.values(packages).flatMap(({ dependencies, optionalDependencies }) =>
    Object.keys({ ...dependencies, ...optionalDependencies }),
  )
  expect(required.length).toBeGreaterThan(20)
  expect(required.filter((name) => !locked.has(name))).toEqual([])
})
