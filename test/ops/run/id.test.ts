import { describe, expect, test } from 'vitest'
import { runId, runStorageId } from '../../../src/ops/run/id.ts'
import { aRun } from '../records.ts'

describe('runId', () => {
  test('returns the short id of the URL, not the id of the server', () => {
    expect(runId(aRun())).toBe('a1b2c3d4')
  })
})

describe('runStorageId', () => {
  test('returns the id of the server', () => {
    expect(runStorageId(aRun())).toBe('UnVuOjE=')
  })
})
