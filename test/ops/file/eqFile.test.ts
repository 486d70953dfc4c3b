import { expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqFile } from '../../../src/ops/file/eqFile.ts'
import { aFile } from '../records.ts'

test('eqFile goes by the id alone', () => {
  expect(eqFile.equals(aFile(), aFile({ size: 1 }))).toBe(true)
  expect(eqFile.equals(aFile(), aFile({ id: 'other' as StorageId }))).toBe(false)
})
