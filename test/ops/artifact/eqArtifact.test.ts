import { expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqArtifact } from '../../../src/ops/artifact/eqArtifact.ts'
import { anArtifact } from '../records.ts'

test('treats records with the same id as equal, whatever else differs', () => {
  expect(eqArtifact.equals(anArtifact(), anArtifact({ versions: [] }))).toBe(true)
})

test('distinguishes artifacts with the same name', () => {
  expect(eqArtifact.equals(anArtifact(), anArtifact({ id: 'other' as StorageId }))).toBe(false)
})
