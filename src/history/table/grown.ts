type Growing = Float64Array | Int32Array | Uint8Array

const MIN_LENGTH = 16

const zeros = <A extends Growing>(like: A, length: number): A =>
  new (like.constructor as new (length: number) => A)(length)

/** Returns a copy with room for at least `length` elements, and for twice as many as before, so that growing is cheap. */
export const grown = <A extends Growing>(array: A, length: number): A => {
  const larger = zeros(array, Math.max(MIN_LENGTH, array.length * 2, length))
  larger.set(array)
  return larger
}

/** Returns the first `length` elements, and zeros where there are fewer, in an array that has no room for more. */
export const exactly = <A extends Growing>(array: A, length: number): A => {
  if (array.length === length) return array
  if (array.length > length) return array.slice(0, length) as A
  const longer = zeros(array, length)
  longer.set(array)
  return longer
}
