import { describe, expect, test } from 'vitest'
import { fileId } from '../../../src/ops/file/id.ts'
import { aFile } from '../records.ts'

describe('fileId', () => {
  test('returns the storage id', () => {
    const file = aFile()
    expect(fileId(file)).toBe(file.id)
  })
})
