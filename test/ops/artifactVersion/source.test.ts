import { expect, test } from 'vitest'
import { artifactVersionIsLink, artifactVersionSource } from '../../../src/ops/artifactVersion/source.ts'
import { aVersion } from '../records.ts'

test('artifactVersionSource returns where it was logged', () => {
  expect(artifactVersionSource(aVersion())).toEqual({ entity: 'team', project: 'vision', name: 'model', version: 3 })
})

test('artifactVersionIsLink is false in the collection it was logged to', () => {
  expect(artifactVersionIsLink(aVersion())).toBe(false)
})

test('artifactVersionIsLink is true under another name', () => {
  expect(artifactVersionIsLink(aVersion({ name: 'best' }))).toBe(true)
})

test('artifactVersionIsLink is true in another project', () => {
  expect(artifactVersionIsLink(aVersion({ project: 'registry' }))).toBe(true)
})

test('artifactVersionIsLink is true at another entity', () => {
  expect(artifactVersionIsLink(aVersion({ entity: 'org' }))).toBe(true)
})
