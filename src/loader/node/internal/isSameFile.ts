import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'

/** The expected size and digest of a file. */
export interface Expected {
  /** The size in bytes. */
  readonly size?: number | undefined
  /** The MD5 of the contents in base64. */
  readonly md5?: string | undefined
}

/** Whether a digest is an MD5 in base64, and not one of another algorithm. */
export const isMd5 = (digest: string | undefined): digest is string =>
  digest !== undefined && /^[A-Za-z0-9+/]{22}==$/.test(digest)

/**
 * Whether the expected file already exists. Without an MD5 it never does, because a file of the same size may differ. A
 * symbolic link is not a file.
 */
export const isSameFile = async (path: string, { size, md5 }: Expected, signal?: AbortSignal): Promise<boolean> => {
  if (!isMd5(md5)) return false
  try {
    const facts = await lstat(path)
    if (!facts.isFile() || (size !== undefined && facts.size !== size)) return false
    const hash = createHash('md5')
    for await (const part of createReadStream(path, signal === undefined ? {} : { signal })) hash.update(part as Buffer)
    return hash.digest('base64') === md5
  } catch {
    // A file that is absent or unreadable is written again, which reports what is wrong with it.
    return false
  }
}
