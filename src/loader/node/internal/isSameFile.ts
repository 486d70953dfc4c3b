import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'

/** What is known of a file before it is there. */
export interface Expected {
  /** The size in bytes. */
  readonly size?: number | undefined
  /** The MD5 of the contents in base64. */
  readonly md5?: string | undefined
}

/** Whether a text is an MD5 in base64, which a digest of another kind is not. */
export const isMd5 = (digest: string | undefined): digest is string =>
  digest !== undefined && /^[A-Za-z0-9+/]{22}==$/.test(digest)

/**
 * Whether the very file that is expected is there already. Without an MD5 nothing is: a file of the same size may be
 * another one. A link is no file.
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
    // A file that is not there, or cannot be read, is written anew, which tells what is wrong with it.
    return false
  }
}
