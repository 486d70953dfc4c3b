import { describe, expect, test } from 'vitest'
import { runCreatedAt } from '../../../src/ops/run/createdAt.ts'
import { aRun } from '../records.ts'

describe('runCreatedAt', () => {
  test("returns the record's own date", () => {
    const run = aRun()
    expect(runCreatedAt(run)).toBe(run.createdAt)
  })
})
