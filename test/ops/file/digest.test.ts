import { describe, expect, test } from 'vitest'
import { fileDigest } from '../../../src/ops/file/digest.ts'
import { aFile } from '../records.ts'

describe('fileDigest', () => {
  test('returns the digest', () => {
    expect(fileDigest(aFile({ md5: 'XUFAKrxLKna5cZ2REBfFkg==' }))).toBe('XUFAKrxLKna5cZ2REBfFkg==')
  })

  test('returns undefined if there is none', () => {
    expect(fileDigest(aFile({ md5: undefined }))).toBe(undefined)
  })
})
