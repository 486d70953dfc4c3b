import { describe, expect, test } from 'vitest'
import { fileDigest } from '../../../src/ops/file/digest.ts'
import { aFile } from '../records.ts'

describe('fileDigest', () => {
  test('gives the digest', () => {
    expect(fileDigest(aFile({ md5: 'XUFAKrxLKna5cZ2REBfFkg==' }))).toBe('XUFAKrxLKna5cZ2REBfFkg==')
  })

  test('gives undefined where there is none', () => {
    expect(fileDigest(aFile({ md5: undefined }))).toBe(undefined)
  })
})
