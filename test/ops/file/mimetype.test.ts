import { describe, expect, test } from 'vitest'
import { fileMimetype } from '../../../src/ops/file/mimetype.ts'
import { aFile } from '../records.ts'

describe('fileMimetype', () => {
  test('returns the media type', () => {
    const file = aFile()
    expect(fileMimetype(file)).toBe(file.mimetype)
  })

  test('returns undefined if there is none', () => {
    expect(fileMimetype(aFile({ mimetype: undefined }))).toBe(undefined)
  })
})
