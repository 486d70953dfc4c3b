import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, realpathSync, renameSync, statSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { ExitError } from './ExitError.ts'
import type { Streams } from './Streams.ts'
import { keepOnExit, removeOnExit } from './temporary.ts'
import { write } from './write.ts'

/** The destination of an export. */
export interface Sink {
  readonly write: (chunk: string | Uint8Array) => Promise<void>
  /** Moves the file to its final name; until then that name is untouched. */
  readonly finish: () => Promise<void>
}

const cannotWrite = (path: string, error: unknown): ExitError =>
  new ExitError(
    `Cannot write "${path}" (${(error as Error).message}): check that the folder exists and the disk has free space.`,
  )

/** Writes to a temporary file next to the target, which replaces the target on `finish`. */
const fileSink = async (path: string): Promise<Sink> => {
  const target = existsSync(path) ? realpathSync(path) : path
  // Devices and named pipes are written to directly, not replaced.
  const isFile = !existsSync(target) || statSync(target).isFile()
  const part = isFile ? removeOnExit(`${target}.${randomBytes(4).toString('hex')}.part`) : target
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
        keepOnExit(part)
      } catch (error) {
        throw cannotWrite(path, error)
      }
    },
  }
}

/** Opens the file at the path, or stdout if there is no path. */
export const openSink = async (path: string | undefined, { stdout }: Streams): Promise<Sink> =>
  path === undefined || path === '-'
    ? { write: (chunk) => write(stdout, chunk), finish: async () => {} }
    : fileSink(path)

/** Copies a file to the sink. */
export const copyTo = async (sink: Sink, file: string): Promise<void> => {
  for await (const chunk of createReadStream(file)) await sink.write(chunk as Uint8Array)
}
