import type { HistoryColumn, NumberColumn } from './History.ts'

/** The column that parts are one behind the other in memory, without copying; `undefined` where they are not. */
export const adjoiningColumn = (parts: ReadonlyArray<HistoryColumn | undefined>): NumberColumn | undefined => {
  const [first] = parts
  if (first?.type !== 'number') return undefined
  const { values, present } = first
  let length = 0
  for (const part of parts) {
    if (part?.type !== 'number') return undefined
    const adjoins =
      part.values.buffer === values.buffer &&
      part.values.byteOffset === values.byteOffset + length * Float64Array.BYTES_PER_ELEMENT &&
      part.present.buffer === present.buffer &&
      part.present.byteOffset === present.byteOffset + length
    if (!adjoins) return undefined
    length += part.values.length
  }
  return Object.freeze({
    type: 'number',
    values: new Float64Array(values.buffer, values.byteOffset, length),
    present: new Uint8Array(present.buffer, present.byteOffset, length),
  })
}
