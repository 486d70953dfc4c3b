import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Writes a chunk, then waits for the stream to drain if its buffer is full. */
export const write = async (stream: Writable, chunk: string | Uint8Array): Promise<void> => {
  if (!stream.write(chunk)) await once(stream, 'drain')
}
