import { describe, expect, test } from 'vitest'
import { fileUpdatedAt } from '../../../src/ops/file/updatedAt.ts'
import { aFile } from '../records.ts'

describe('fileUpdatedAt', () => {
  test('returns the time', () => {
    const file = aFile()
    expect(fileUpdatedAt(file)).toBe(file.updatedAt)
  })
})
