/** The size that a response announces; `undefined` if it is compressed, as the size is then that of the transfer. */
const announcedSize = (headers: Headers): number | undefined => {
  const length = headers.get('content-length')
  return headers.has('content-encoding') || length === null || !/^\d+$/.test(length) ? undefined : Number(length)
}

const join = (chunks: ReadonlyArray<Uint8Array>, size: number): Uint8Array => {
  const [only] = chunks
  if (chunks.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Reads chunks up to the limit, so that a body which never ends, or unpacks to gigabytes, does not fill the memory. */
const readChunks = async (body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | undefined> => {
  const reader = body.getReader()
  const chunks: Array<Uint8Array> = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return join(chunks, size)
    size += value.length
    if (size > maxBytes) {
      reader.cancel().catch(() => {})
      return undefined
    }
    chunks.push(value)
  }
}

/** Reads the body of a response; `undefined` if it is larger than the limit, after which the rest is not read. */
export const readBody = async (response: Response, maxBytes: number): Promise<Uint8Array | undefined> => {
  if ((announcedSize(response.headers) ?? 0) > maxBytes) {
    response.body?.cancel?.().catch(() => {})
    return undefined
  }
  if (typeof response.body?.getReader === 'function') return readChunks(response.body, maxBytes)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return bytes.length > maxBytes ? undefined : bytes
}
