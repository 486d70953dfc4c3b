import { describe, expect, test } from 'vitest'
import type { RunId, StorageId } from 'wandb-run-ops/types'
import { eqRun } from '../../../src/ops/run/eqRun.ts'
import { aRun } from '../records.ts'

describe('eqRun', () => {
  test('treats two loads of a run as equal, whatever else differs', () => {
    expect(eqRun.equals(aRun(), aRun({ state: 'running', summary: {} }))).toBe(true)
  })

  test('distinguishes runs with the same short id in two projects', () => {
    const id = 'a1b2c3d4' as RunId
    expect(eqRun.equals(aRun({ id }), aRun({ id, storageId: 'UnVuOjI=' as StorageId }))).toBe(false)
  })
})
