import { expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqArtifactType } from '../../../src/ops/artifactType/eqArtifactType.ts'
import { anArtifactType } from '../records.ts'

test('takes records of one id for the same', () => {
  expect(eqArtifactType.equals(anArtifactType(), anArtifactType({ description: undefined }))).toBe(true)
})

test('tells types of one name apart', () => {
  expect(eqArtifactType.equals(anArtifactType(), anArtifactType({ id: 'other' as StorageId }))).toBe(false)
})
