import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqArtifactVersion } from '../../../src/ops/artifactVersion/eqArtifactVersion.ts'
import { aVersion } from '../records.ts'

describe('eqArtifactVersion', () => {
  test('treats records with the same id as equal, whatever their aliases', () => {
    expect(eqArtifactVersion.equals(aVersion(), aVersion({ aliases: [] }))).toBe(true)
  })

  test('distinguishes versions with equal contents', () => {
    expect(eqArtifactVersion.equals(aVersion(), aVersion({ id: 'QXJ0aWZhY3Q6Mg==' as StorageId }))).toBe(false)
  })
})
