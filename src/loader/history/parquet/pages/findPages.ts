import { crc32 } from './crc32.ts'
import { damage } from './damage.ts'
import { type PageHeader, readPageHeader, type SecondVersion } from './pageHeader.ts'
import { checkSnappyRatio } from './snappy.ts'

/** A page of a column, as its file stores it. */
export interface Page {
  readonly header: PageHeader
  readonly body: Uint8Array
}

/** The bytes of the levels, which a page of the second version stores uncompressed before its values. */
export const levelBytes = (second: SecondVersion | undefined): number =>
  second === undefined ? 0 : second.repetitionBytes + second.definitionBytes

const checkPageSize = ({ compressed, uncompressed, second }: PageHeader, isSnappy: boolean): void => {
  const levels = levelBytes(second)
  if (levels > compressed || levels > uncompressed) damage('a page is shorter than its levels')
  if (isSnappy && second?.isCompressed !== false) checkSnappyRatio(compressed - levels, uncompressed - levels)
  else if (compressed !== uncompressed) damage('a page has another size than it says')
}

/** Finds the pages of a chunk up to its last value, and checks what their headers say. */
export const findPages = (bytes: Uint8Array, values: number, isSnappy: boolean): ReadonlyArray<Page> => {
  const pages: Array<Page> = []
  const cursor = { bytes, end: bytes.length, at: 0 }
  let found = 0
  while (found < values) {
    const header = readPageHeader(cursor)
    const end = cursor.at + header.compressed
    if (end > bytes.length) damage('a page ends beyond its column')
    const body = bytes.subarray(cursor.at, end)
    cursor.at = end
    checkPageSize(header, isSnappy)
    if (header.crc !== undefined && crc32(body) !== header.crc) damage('a page does not match its checksum')
    if (!header.isDictionary) found += header.values
    else if (pages.length > 0) damage('a dictionary comes after the values')
    if (header.values > 0 || header.isDictionary) pages.push({ header, body })
  }
  return found === values ? pages : damage('a column has another number of values than it says')
}
