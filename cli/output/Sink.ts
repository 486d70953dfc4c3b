import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, realpathSync, renameSync, statSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { Stop } from '../Stop.ts'
import type { Streams } from './Streams.ts'
import { settled, temporary } from './temporary.ts'
import { write } from './write.ts'

/** Where an export goes. */
export interface Sink {
  readonly write: (chunk: string | Uint8Array) => Promise<void>
  /** Without it, nothing stands under the file's name. */
  readonly finish: () => Promise<void>
}

const cannotWrite = (path: string, error: unknown): Stop =>
  new Stop(`"${path}" cannot be written (${(error as Error).message}): check the folder and the room on the disk.`)

/** A file that appears under its name when it is whole; what stood there before stays until then. */
const fileSink = async (path: string): Promise<Sink> => {
  const target = existsSync(path) ? realpathSync(path) : path
  // A device or a named pipe is written to, not replaced.
  const isFile = !existsSync(target) || statSync(target).isFile()
  const part = isFile ? temporary(`${target}.${randomBytes(4).toString('hex')}.part`) : target
  const stream = createWriteStream(part)
  let failure: unknown
  stream.on('error', (error) => {
    failure ??= error
  })
  try {
    await once(stream, 'open')
  } catch (error) {
    throw cannotWrite(path, error)
  }
  return {
    write: async (chunk) => {
      try {
        if (failure !== undefined) throw failure
        await write(stream, chunk)
      } catch (error) {
        throw cannotWrite(path, error)
      }
    },
    finish: async () => {
      try {
        stream.end()
        await finished(stream)
        if (isFile) renameSync(part, target)
        settled(part)
      } catch (error) {
        throw cannotWrite(path, error)
      }
    },
  }
}

/** The file of that path, or stdout where there is none. */
export const openSink = async (path: string | undefined, { stdout }: Streams): Promise<Sink> =>
  path === undefined || path === '-'
    ? { write: (chunk) => write(stdout, chunk), finish: async () => {} }
    : fileSink(path)

/** Writes a whole file. */
export const copyTo = async (sink: Sink, file: string): Promise<void> => {
  for await (const chunk of createReadStream(file)) await sink.write(chunk as Uint8Array)
}
