import { describe, expect, test } from 'vitest'
import { fileName } from '../../../src/ops/file/name.ts'
import { aFile } from '../records.ts'

describe('fileName', () => {
  test('returns the name', () => {
    const file = aFile()
    expect(fileName(file)).toBe(file.name)
  })
})
