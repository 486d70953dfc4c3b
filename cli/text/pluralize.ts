/** Returns a number with its noun: `1 run`, `1,200 runs`. */
export const pluralize = (n: number, noun: string): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? noun : `${noun}s`}`
