import type { HistoryColumn, NumberColumn } from './History.ts'

const adjoins = <A extends Float64Array | Uint8Array>(first: A, part: A, at: number): boolean =>
  part.buffer === first.buffer && part.byteOffset === first.byteOffset + at * part.BYTES_PER_ELEMENT

/** A view over parts that are adjacent in memory, without copying; `undefined` if they are not adjacent. */
export const adjoiningColumn = (parts: ReadonlyArray<HistoryColumn | undefined>): NumberColumn | undefined => {
  const [first] = parts
  if (first?.type !== 'number') return undefined
  const { type, values, present } = first
  let length = 0
  for (const part of parts) {
    if (part?.type !== type || !adjoins(values, part.values, length) || !adjoins(present, part.present, length))
      return undefined
    length += part.values.length
  }
  return Object.freeze({
    type,
    values: new Float64Array(values.buffer, values.byteOffset, length),
    present: new Uint8Array(present.buffer, present.byteOffset, length),
  })
}
