import { expect, test } from 'vitest'
import {
  artifactVersionTtlDurationSeconds,
  artifactVersionTtlIsInherited,
} from '../../../src/ops/artifactVersion/ttl.ts'
import { aVersion } from '../records.ts'

test('artifactVersionTtlDurationSeconds gives the seconds', () => {
  expect(artifactVersionTtlDurationSeconds(aVersion())).toBe(86400)
})

test('artifactVersionTtlDurationSeconds gives undefined for ever', () => {
  expect(artifactVersionTtlDurationSeconds(aVersion({ ttlDurationSeconds: undefined }))).toBeUndefined()
})

test('artifactVersionTtlIsInherited tells a rule of its own', () => {
  expect(artifactVersionTtlIsInherited(aVersion())).toBe(false)
})
