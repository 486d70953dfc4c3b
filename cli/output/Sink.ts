import { createReadStream, realpathSync, renameSync, statSync } from 'node:fs'
import { temporaryPath } from '../../src/node/wholeFile.ts'
import { escapeLines } from '../../src/types/wire/escapeControl.ts'
import { cannotWrite } from './DiskError.ts'
import { openFile } from './openFile.ts'
import type { Streams } from './Streams.ts'
import { keepOnExit, removeOnExit } from './temporary.ts'
import { write } from './write.ts'

/** The destination of an export. */
export interface Sink {
  readonly write: (chunk: string | Uint8Array) => Promise<void>
  /** Moves the file to its final name; until then that name is untouched. */
  readonly finish: () => Promise<void>
}

/** Writes to a temporary file next to the target, which replaces the target on `finish`. */
const fileSink = async (path: string): Promise<Sink> => {
  const failed = (error: unknown): unknown => cannotWrite(path, error)
  try {
    const facts = statSync(path, { throwIfNoEntry: false })
    // Devices and pipes, such as /dev/stdout, are written to directly, not replaced; a folder fails at once.
    const isFile = facts === undefined || facts.isFile()
    const target = facts?.isFile() ? realpathSync(path) : path
    const part = isFile ? removeOnExit(temporaryPath(target)) : target
    const file = await openFile(part, { isDevice: !isFile, failed })
    return {
      write: file.write,
      finish: async () => {
        await file.close()
        try {
          if (isFile) renameSync(part, target)
        } catch (error) {
          throw failed(error)
        }
        keepOnExit(part)
      },
    }
  } catch (error) {
    throw failed(error)
  }
}

/** Opens the file at the path, or stdout if there is no path. */
export const openSink = async (path: string | undefined, { stdout }: Streams): Promise<Sink> => {
  if (path !== undefined && path !== '-') return fileSink(path)
  return {
    write: (chunk) => write(stdout, stdout.isTTY && typeof chunk === 'string' ? escapeLines(chunk) : chunk),
    finish: async () => {},
  }
}

/** Copies a file to the sink. */
export const copyTo = async (sink: Sink, file: string): Promise<void> => {
  for await (const chunk of createReadStream(file)) await sink.write(chunk as Uint8Array)
}
