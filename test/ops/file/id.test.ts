import { describe, expect, test } from 'vitest'
import { fileId } from '../../../src/ops/file/id.ts'
import { aFile } from '../records.ts'

describe('fileId', () => {
  test('gives the id of the server', () => {
    const file = aFile()
    expect(fileId(file)).toBe(file.id)
  })
})
