import { describe, expect, test } from 'vitest'
import { sweepId, sweepStorageId } from '../../../src/ops/sweep/id.ts'
import { aSweep } from '../records.ts'

describe('sweepId', () => {
  test('gives the short id', () => {
    const sweep = aSweep()
    expect(sweepId(sweep)).toBe(sweep.id)
  })
})

describe('sweepStorageId', () => {
  test('gives the id of the server', () => {
    const sweep = aSweep()
    expect(sweepStorageId(sweep)).toBe(sweep.storageId)
  })
})
