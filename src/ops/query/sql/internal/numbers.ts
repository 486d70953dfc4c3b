/** How numbers that JSON has no word for stand in it. */
const spelled = {
  infinities: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  names: ['NaN', 'Infinity', '-Infinity'],
}

/** The texts in JSON that are numbers. */
export const numberNames: ReadonlyArray<string> = spelled.names

export const infinities: ReadonlyArray<number> = spelled.infinities

/** Whether JSON is one of several texts. */
export const isOneOf = (json: string, texts: ReadonlyArray<number | string>): string => {
  const [first, ...others] = texts.map((text) => `'"${text}"'`)
  return others.length === 0 ? `${json} = ${first}` : `${json} IN (${[first, ...others].join(', ')})`
}
