import { describe, expect, test } from 'vitest'
import { artifactVersionFileCount, artifactVersionSize } from '../../../src/ops/artifactVersion/size.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionSize', () => {
  test('returns the bytes', () => {
    const version = aVersion()
    expect(artifactVersionSize(version)).toBe(version.size)
  })

  test('returns 0 for a version without contents', () => {
    expect(artifactVersionSize(aVersion({ size: 0 }))).toBe(0)
  })
})

describe('artifactVersionFileCount', () => {
  test('returns the number of files', () => {
    const version = aVersion()
    expect(artifactVersionFileCount(version)).toBe(version.fileCount)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionFileCount(aVersion({ fileCount: undefined }))).toBe(undefined)
  })

  test('returns 0 for a version without files', () => {
    expect(artifactVersionFileCount(aVersion({ fileCount: 0 }))).toBe(0)
  })
})
