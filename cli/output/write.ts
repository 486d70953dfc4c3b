import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Writes, and waits while whoever reads is behind. */
export const write = async (stream: Writable, chunk: string | Uint8Array): Promise<void> => {
  if (!stream.write(chunk)) await once(stream, 'drain')
}
