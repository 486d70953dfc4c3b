import type { FetchedBytes } from './fetchBytes.ts'

/** What identifies the version of a file on a server; a server may report any of it, or nothing. */
export type FileVersion = Pick<FetchedBytes, 'headers' | 'total'>

const isWeak = (etag: string): boolean => etag.startsWith('W/')

/**
 * Whether two parts of a file are of the same version, as far as the server reports it: by the size of the whole file, the
 * ETag, and the time of the last change. Equal strong ETags are proof; equal weak ones are not.
 */
export const isSameVersion = (one: FileVersion, other: FileVersion): boolean => {
  if (one.total !== undefined && other.total !== undefined && one.total !== other.total) return false
  const etag = one.headers['etag']
  if (etag !== other.headers['etag']) return false
  if (etag !== undefined && !isWeak(etag)) return true
  return one.headers['last-modified'] === other.headers['last-modified']
}
