const nonFiniteNumbers: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/**
 * Whether a JSON text may contain a quoted non-finite number, escaped or not: cheaper than walking every value.
 */
export const mayQuoteNonFinite = (text: string): boolean =>
  text.includes('NaN"') || text.includes('Infinity"') || (text.includes('\\u00') && /\\u00[2467]/.test(text))

/**
 * Converts the strings `"NaN"`, `"Infinity"` and `"-Infinity"`, at any depth, to numbers. The argument is not modified;
 * parts without such a string are shared with the result.
 */
export const unquoteNonFinite = (value: unknown): unknown => {
  if (typeof value === 'string') return nonFiniteNumbers.get(value) ?? value
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) {
    let copy: Array<unknown> | undefined
    for (let index = 0; index < value.length; index++) {
      const element: unknown = value[index]
      const number = unquoteNonFinite(element)
      if (number !== element && !(Number.isNaN(number) && Number.isNaN(element))) {
        copy ??= value.slice()
        copy[index] = number
      }
    }
    return copy ?? value
  }
  let copy: Record<string, unknown> | undefined
  for (const [key, element] of Object.entries(value)) {
    const number = unquoteNonFinite(element)
    if (number !== element && !(Number.isNaN(number) && Number.isNaN(element))) {
      // The copy already has every key as its own, so assigning to `__proto__` is safe.
      copy ??= { ...value }
      copy[key] = number
    }
  }
  return copy ?? value
}
