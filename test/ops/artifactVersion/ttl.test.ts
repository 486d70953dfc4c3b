import { expect, test } from 'vitest'
import {
  artifactVersionTtlDurationSeconds,
  artifactVersionTtlIsInherited,
} from '../../../src/ops/artifactVersion/ttl.ts'
import { aVersion } from '../records.ts'

test('artifactVersionTtlDurationSeconds returns the seconds', () => {
  expect(artifactVersionTtlDurationSeconds(aVersion())).toBe(86400)
})

test('artifactVersionTtlDurationSeconds returns undefined if it never expires', () => {
  expect(artifactVersionTtlDurationSeconds(aVersion({ ttlDurationSeconds: undefined }))).toBeUndefined()
})

test('artifactVersionTtlIsInherited is false for a time to live of its own', () => {
  expect(artifactVersionTtlIsInherited(aVersion())).toBe(false)
})
