import { describe, expect, test } from 'vitest'
import { ordArtifactVersionByVersion } from '../../../src/ops/artifactVersion/ordArtifactVersion.ts'
import { aVersion } from '../records.ts'

describe('ordArtifactVersionByVersion', () => {
  test('orders by number, so that v9 is before v10', () => {
    expect(ordArtifactVersionByVersion.compare(aVersion({ version: 9 }), aVersion({ version: 10 }))).toBe(-1)
  })

  test('ties versions of two collections with the same number', () => {
    expect(ordArtifactVersionByVersion.equals(aVersion(), aVersion({ name: 'data' }))).toBe(true)
  })
})
