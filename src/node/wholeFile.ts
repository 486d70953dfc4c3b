import { randomBytes } from 'node:crypto'
import { type FileHandle, link, lstat, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * A new temporary name in the folder of a file. It is short and does not contain the name of the file, which may be as long
 * as the file system allows.
 */
export const temporaryPath = (path: string): string => join(dirname(path), `.${randomBytes(8).toString('hex')}.part`)

/** The temporary files of downloads that are under way: a program that a signal ends can remove them. */
export const unfinishedFiles: Set<string> = new Set()

const systemError = (code: string, message: string): Error =>
  Object.assign(new Error(`${code}: ${message}`), { code, syscall: 'write' })

/** What file systems answer that cannot flush. */
const CANNOT_FLUSH: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown }).code

/** Writes all bytes at a position: a nearly full disk takes some of them and reports no error. */
export const writeAll = async (file: Pick<FileHandle, 'write'>, bytes: Uint8Array, position: number): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    if (bytesWritten === 0) throw systemError('ENOSPC', 'no bytes could be written')
    done += bytesWritten
  }
}

/** Flushes a file to the disk, which is when some disks first report that they are full, and checks its size there. */
export const flushAll = async (file: Pick<FileHandle, 'stat' | 'sync'>, size: number): Promise<void> => {
  await file.sync().catch((error: unknown) => {
    if (!CANNOT_FLUSH.has(codeOf(error))) throw error
  })
  const facts = await file.stat()
  if (facts.size !== size) throw systemError('EIO', `${facts.size} of ${size} bytes are on the disk`)
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await lstat(path)
    return true
  } catch {
    return false
  }
}

/** Gives a finished file its name unless another file has it, and returns whether it did. */
export const placeNewFile = async (temporary: string, path: string): Promise<boolean> => {
  try {
    // Unlike a check before a rename, a link cannot overwrite what another process creates in between.
    await link(temporary, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await exists(path))) return false
    // Not every file system has links.
    await rename(temporary, path)
    return true
  }
  await rm(temporary, { force: true })
  return true
}
