import { expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqArtifactType } from '../../../src/ops/artifactType/eqArtifactType.ts'
import { anArtifactType } from '../records.ts'

test('treats records with the same id as equal', () => {
  expect(eqArtifactType.equals(anArtifactType(), anArtifactType({ description: undefined }))).toBe(true)
})

test('distinguishes types with the same name', () => {
  expect(eqArtifactType.equals(anArtifactType(), anArtifactType({ id: 'other' as StorageId }))).toBe(false)
})
