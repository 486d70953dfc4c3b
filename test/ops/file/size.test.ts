import { describe, expect, test } from 'vitest'
import { fileSize } from '../../../src/ops/file/size.ts'
import { aFile } from '../records.ts'

describe('fileSize', () => {
  test('returns the size', () => {
    const file = aFile()
    expect(fileSize(file)).toBe(file.size)
  })

  test('returns undefined if there is none', () => {
    expect(fileSize(aFile({ size: undefined }))).toBe(undefined)
  })
})
