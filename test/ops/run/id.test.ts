import { describe, expect, test } from 'vitest'
import { runId, runStorageId } from '../../../src/ops/run/id.ts'
import { aRun } from '../records.ts'

describe('runId', () => {
  test('gives the short id of the URL, not the id of the server', () => {
    expect(runId(aRun())).toBe('a1b2c3d4')
  })
})

describe('runStorageId', () => {
  test('gives the id of the server', () => {
    expect(runStorageId(aRun())).toBe('UnVuOjE=')
  })
})
