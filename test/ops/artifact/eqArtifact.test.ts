import { expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqArtifact } from '../../../src/ops/artifact/eqArtifact.ts'
import { anArtifact } from '../records.ts'

test('takes records of one id for the same, whatever they hold', () => {
  expect(eqArtifact.equals(anArtifact(), anArtifact({ versions: [] }))).toBe(true)
})

test('tells artifacts of one name apart', () => {
  expect(eqArtifact.equals(anArtifact(), anArtifact({ id: 'other' as StorageId }))).toBe(false)
})
