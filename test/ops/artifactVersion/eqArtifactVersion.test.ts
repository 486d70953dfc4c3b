import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqArtifactVersion } from '../../../src/ops/artifactVersion/eqArtifactVersion.ts'
import { aVersion } from '../records.ts'

describe('eqArtifactVersion', () => {
  test('takes records of one id for the same, whatever their aliases', () => {
    expect(eqArtifactVersion.equals(aVersion(), aVersion({ aliases: [] }))).toBe(true)
  })

  test('tells versions with equal contents apart', () => {
    expect(eqArtifactVersion.equals(aVersion(), aVersion({ id: 'QXJ0aWZhY3Q6Mg==' as StorageId }))).toBe(false)
  })
})
