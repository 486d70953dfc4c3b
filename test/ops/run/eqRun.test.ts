import { describe, expect, test } from 'vitest'
import type { RunId, StorageId } from 'wandb-run-ops/types'
import { eqRun } from '../../../src/ops/run/eqRun.ts'
import { aRun } from '../records.ts'

describe('eqRun', () => {
  test('takes two loads of a run for the same, whatever else they say', () => {
    expect(eqRun.equals(aRun(), aRun({ state: 'running', summary: {} }))).toBe(true)
  })

  test('tells runs of one short id in two projects apart', () => {
    const id = 'a1b2c3d4' as RunId
    expect(eqRun.equals(aRun({ id }), aRun({ id, storageId: 'UnVuOjI=' as StorageId }))).toBe(false)
  })
})
