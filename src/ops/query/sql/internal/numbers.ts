/** The numbers that JSON lacks, and the strings that stand for them. */
const nonFinite = {
  infinities: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  names: ['NaN', 'Infinity', '-Infinity'],
}

/** The JSON strings that stand for numbers. */
export const numberNames: ReadonlyArray<string> = nonFinite.names

export const infinities: ReadonlyArray<number> = nonFinite.infinities

/** Whether JSON is one of several strings. */
export const isOneOf = (json: string, texts: ReadonlyArray<number | string>): string => {
  const [first, ...others] = texts.map((text) => `'"${text}"'`)
  return others.length === 0 ? `${json} = ${first}` : `${json} IN (${[first, ...others].join(', ')})`
}
