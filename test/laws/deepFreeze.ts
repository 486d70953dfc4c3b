/** Freezes a value all the way down, but for typed arrays, which JavaScript does not let be frozen. */
export const deepFreeze = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
