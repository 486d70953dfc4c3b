import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { flushAll } from '../../src/node/wholeFile.ts'
import { write } from './write.ts'

/** A file that is being written. */
export interface OpenFile {
  readonly write: (chunk: string | Uint8Array) => Promise<void>
  /** Flushes the file to the disk and closes it. */
  readonly close: () => Promise<void>
}

export interface OpenFileOptions {
  readonly mode?: number
  /** A device or a named pipe has no size, and cannot be flushed. */
  readonly isDevice?: boolean
  /** Returns the error to throw for one of the file. */
  readonly failed: (error: unknown) => unknown
}

/** Opens a file for writing. Whatever goes wrong with it is thrown by the next call. */
export const openFile = async (
  path: string,
  { mode = 0o666, isDevice, failed }: OpenFileOptions,
): Promise<OpenFile> => {
  const stream = createWriteStream(path, { mode })
  let failure: unknown
  stream.on('error', (error) => {
    failure ??= error
  })
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      if (failure !== undefined) throw failure
      await work()
    } catch (error) {
      throw failed(failure ?? error)
    }
  }
  await attempt(() => once(stream, 'open'))
  return {
    write: (chunk) => attempt(() => write(stream, chunk)),
    close: () =>
      attempt(async () => {
        stream.end()
        await finished(stream)
        if (isDevice === true) return
        const written = await open(path, 'r+')
        try {
          await flushAll(written, stream.bytesWritten)
        } finally {
          await written.close()
        }
      }),
  }
}
