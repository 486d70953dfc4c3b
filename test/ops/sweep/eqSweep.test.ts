import { expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqSweep } from '../../../src/ops/sweep/eqSweep.ts'
import { aSweep } from '../records.ts'

test('eqSweep goes by the storage id alone', () => {
  expect(eqSweep.equals(aSweep(), aSweep({ state: 'FINISHED' }))).toBe(true)
  expect(eqSweep.equals(aSweep(), aSweep({ storageId: 'other' as StorageId }))).toBe(false)
})
