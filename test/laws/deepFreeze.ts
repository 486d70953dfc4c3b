/** Freezes a value deeply, except typed arrays, which cannot be frozen. */
export const deepFreeze = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
