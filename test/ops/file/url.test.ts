import { describe, expect, test } from 'vitest'
import { fileDirectUrl, fileUrl } from '../../../src/ops/file/url.ts'
import { aFile } from '../records.ts'

describe('fileUrl', () => {
  test('gives the address', () => {
    const file = aFile()
    expect(fileUrl(file)).toBe(file.url)
  })

  test('gives undefined where there is none', () => {
    expect(fileUrl(aFile({ url: undefined }))).toBe(undefined)
  })
})

describe('fileDirectUrl', () => {
  test('gives the signed address', () => {
    const file = aFile()
    expect(fileDirectUrl(file)).toBe(file.directUrl)
  })

  test('gives undefined where there is none', () => {
    expect(fileDirectUrl(aFile({ directUrl: undefined }))).toBe(undefined)
  })
})
