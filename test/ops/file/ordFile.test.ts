import { expect, test } from 'vitest'
import { ordFileByName, ordFileBySize, ordFileBySizeDescending } from '../../../src/ops/file/ordFile.ts'
import { aFile } from '../records.ts'

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
