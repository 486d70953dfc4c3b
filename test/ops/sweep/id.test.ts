import { describe, expect, test } from 'vitest'
import { sweepId, sweepStorageId } from '../../../src/ops/sweep/id.ts'
import { aSweep } from '../records.ts'

describe('sweepId', () => {
  test('returns the short id', () => {
    const sweep = aSweep()
    expect(sweepId(sweep)).toBe(sweep.id)
  })
})

describe('sweepStorageId', () => {
  test('returns the storage id', () => {
    const sweep = aSweep()
    expect(sweepStorageId(sweep)).toBe(sweep.storageId)
  })
})
