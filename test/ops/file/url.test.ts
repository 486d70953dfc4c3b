import { describe, expect, test } from 'vitest'
import { fileDirectUrl, fileUrl } from '../../../src/ops/file/url.ts'
import { aFile } from '../records.ts'

describe('fileUrl', () => {
  test('returns the URL', () => {
    const file = aFile()
    expect(fileUrl(file)).toBe(file.url)
  })

  test('returns undefined if there is none', () => {
    expect(fileUrl(aFile({ url: undefined }))).toBe(undefined)
  })
})

describe('fileDirectUrl', () => {
  test('returns the signed address', () => {
    const file = aFile()
    expect(fileDirectUrl(file)).toBe(file.directUrl)
  })

  test('returns undefined if there is none', () => {
    expect(fileDirectUrl(aFile({ directUrl: undefined }))).toBe(undefined)
  })
})
