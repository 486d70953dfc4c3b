import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import {
  eqFile,
  fileDigest,
  fileDirectUrl,
  fileId,
  fileMimetype,
  fileName,
  fileSize,
  fileUpdatedAt,
  fileUrl,
  ordFileByName,
  ordFileBySize,
  ordFileBySizeDescending,
} from '../../src/ops/file.ts'
import { aFile } from './records.ts'

describe('fileDigest', () => {
  test('returns the digest', () => {
    expect(fileDigest(aFile({ md5: 'XUFAKrxLKna5cZ2REBfFkg==' }))).toBe('XUFAKrxLKna5cZ2REBfFkg==')
  })

  test('returns undefined if there is none', () => {
    expect(fileDigest(aFile({ md5: undefined }))).toBe(undefined)
  })
})

test('eqFile goes by the id alone', () => {
  expect(eqFile.equals(aFile(), aFile({ size: 1 }))).toBe(true)
  expect(eqFile.equals(aFile(), aFile({ id: 'other' as StorageId }))).toBe(false)
})

describe('fileId', () => {
  test('returns the storage id', () => {
    const file = aFile()
    expect(fileId(file)).toBe(file.id)
  })
})

describe('fileMimetype', () => {
  test('returns the media type', () => {
    const file = aFile()
    expect(fileMimetype(file)).toBe(file.mimetype)
  })

  test('returns undefined if there is none', () => {
    expect(fileMimetype(aFile({ mimetype: undefined }))).toBe(undefined)
  })
})

describe('fileName', () => {
  test('returns the name', () => {
    const file = aFile()
    expect(fileName(file)).toBe(file.name)
  })
})

const small = aFile({ name: 'b', size: 1 })
const large = aFile({ name: 'a', size: 2 })
const unknown = aFile({ name: 'c', size: undefined })

test('ordFileByName goes by the name', () => {
  expect([small, large].sort(ordFileByName.compare)).toEqual([large, small])
})

test('files of unknown size are last in both directions', () => {
  expect([unknown, large, small].sort(ordFileBySize.compare)).toEqual([small, large, unknown])
  expect([unknown, small, large].sort(ordFileBySizeDescending.compare)).toEqual([large, small, unknown])
})

describe('fileSize', () => {
  test('returns the size', () => {
    const file = aFile()
    expect(fileSize(file)).toBe(file.size)
  })

  test('returns undefined if there is none', () => {
    expect(fileSize(aFile({ size: undefined }))).toBe(undefined)
  })
})

describe('fileUpdatedAt', () => {
  test('returns the time', () => {
    const file = aFile()
    expect(fileUpdatedAt(file)).toEqual(file.updatedAt)
  })
})

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
