import { once } from 'node:events'
import { fstatSync, writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { ExitError } from './ExitError.ts'

/** The descriptor of a stream that is a redirected file or device, and not a pipe or a terminal. */
const fileOf = (stream: Writable & { readonly fd?: unknown; readonly isTTY?: unknown }): number | undefined => {
  const { fd, isTTY } = stream
  if (typeof fd !== 'number' || isTTY === true || stream !== process.stdout) return undefined
  try {
    const facts = fstatSync(fd)
    return facts.isFile() || facts.isCharacterDevice() ? fd : undefined
  } catch {
    return undefined
  }
}

/** Writes all of a chunk: the stream of a redirected file ignores how much of it a full disk took. */
const writeToFile = (fd: number, chunk: string | Uint8Array): void => {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  try {
    for (let done = 0; done < bytes.length; ) {
      const count = writeSync(fd, bytes, done)
      if (count === 0) throw new Error('ENOSPC: no bytes could be written')
      done += count
    }
  } catch (error) {
    throw new ExitError(`Cannot write to stdout: ${(error as Error).message}`)
  }
}

/** Writes a chunk, then waits for the stream to drain if its buffer is full. */
export const write = async (stream: Writable, chunk: string | Uint8Array): Promise<void> => {
  const fd = fileOf(stream)
  if (fd !== undefined) writeToFile(fd, chunk)
  else if (!stream.write(chunk)) await once(stream, 'drain')
}
