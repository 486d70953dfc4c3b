import { expect, test } from 'vitest'
import { ordSweepByCreatedAt } from '../../../src/ops/sweep/ordSweep.ts'
import { aSweep, at } from '../records.ts'

test('ordSweepByCreatedAt puts the oldest first', () => {
  const old = aSweep({ createdAt: at('09:00:00') })
  const young = aSweep({ createdAt: at('10:00:00') })
  expect([young, old].sort(ordSweepByCreatedAt.compare)).toEqual([old, young])
})
