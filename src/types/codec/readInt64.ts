/** A finite number, or a string of digits, as a number; `undefined` for anything else. */
export const readInt64 = (u: unknown): number | undefined => {
  const n = typeof u === 'string' && /^-?\d+(\.\d+)?$/.test(u) ? Number(u) : u
  return typeof n === 'number' && Number.isFinite(n) ? n : undefined
}
