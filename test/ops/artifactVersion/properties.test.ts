import { describe, expect, test } from 'vitest'
import {
  artifactVersionCreatedAt,
  artifactVersionDescription,
  artifactVersionDigest,
  artifactVersionFileCount,
  artifactVersionHash,
  artifactVersionHistoryStep,
  artifactVersionIsLink,
  artifactVersionMetadata,
  artifactVersionSize,
  artifactVersionSource,
  artifactVersionState,
  artifactVersionTags,
  artifactVersionTtlDurationSeconds,
  artifactVersionTtlIsInherited,
  artifactVersionUpdatedAt,
} from '../../../src/ops/artifactVersion/properties.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionHash', () => {
  test('returns the commit', () => {
    const version = aVersion()
    expect(artifactVersionHash(version)).toBe(version.commitHash)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionHash(aVersion({ commitHash: undefined }))).toBe(undefined)
  })
})

describe('artifactVersionCreatedAt', () => {
  test("returns a date equal to the record's", () => {
    const version = aVersion()
    expect(artifactVersionCreatedAt(version)).toEqual(version.createdAt)
  })
})

describe('artifactVersionDescription', () => {
  test('returns the text', () => {
    const version = aVersion()
    expect(artifactVersionDescription(version)).toBe(version.description)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionDescription(aVersion({ description: undefined }))).toBe(undefined)
  })
})

describe('artifactVersionDigest', () => {
  test('returns the digest', () => {
    const version = aVersion()
    expect(artifactVersionDigest(version)).toBe(version.digest)
  })
})

describe('artifactVersionHistoryStep', () => {
  test('returns the step', () => {
    const version = aVersion()
    expect(artifactVersionHistoryStep(version)).toBe(version.historyStep)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionHistoryStep(aVersion({ historyStep: undefined }))).toBe(undefined)
  })

  test('returns 0 for the first step', () => {
    expect(artifactVersionHistoryStep(aVersion({ historyStep: 0 }))).toBe(0)
  })
})

describe('artifactVersionMetadata', () => {
  test('returns the very dict of the record', () => {
    const version = aVersion()
    expect(artifactVersionMetadata(version)).toBe(version.metadata)
  })
})

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

describe('artifactVersionState', () => {
  test('returns the state', () => {
    const version = aVersion()
    expect(artifactVersionState(version)).toBe(version.state)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionState(aVersion({ state: undefined }))).toBe(undefined)
  })
})

test('artifactVersionTags returns the tags', () => {
  expect(artifactVersionTags(aVersion())).toEqual(['reviewed'])
})

test('artifactVersionTags returns undefined if not loaded', () => {
  expect(artifactVersionTags(aVersion({ tags: undefined }))).toBeUndefined()
})

test('artifactVersionTtlDurationSeconds returns the seconds', () => {
  expect(artifactVersionTtlDurationSeconds(aVersion())).toBe(86400)
})

test('artifactVersionTtlDurationSeconds returns undefined if it never expires', () => {
  expect(artifactVersionTtlDurationSeconds(aVersion({ ttlDurationSeconds: undefined }))).toBeUndefined()
})

test('artifactVersionTtlIsInherited is false for a time to live of its own', () => {
  expect(artifactVersionTtlIsInherited(aVersion())).toBe(false)
})

describe('artifactVersionUpdatedAt', () => {
  test("returns a date equal to the record's", () => {
    const version = aVersion()
    expect(artifactVersionUpdatedAt(version)).toEqual(version.updatedAt)
  })
})
