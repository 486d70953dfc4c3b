/** Three digits, and no more where they would say nothing. */
const digits = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(3))

export const secondsText = (seconds: number): string =>
  seconds >= 1
    ? `${digits(seconds)} s`
    : seconds >= 1e-3
      ? `${digits(seconds * 1e3)} ms`
      : `${digits(seconds * 1e6)} µs`

export const bytesText = (bytes: number): string =>
  bytes >= 1e6 ? `${digits(bytes / 1e6)} MB` : bytes >= 10_000 ? `${digits(bytes / 1e3)} kB` : `${bytes} B`

export const ratioText = (ratio: number): string => (ratio >= 100 ? String(Math.round(ratio)) : ratio.toFixed(2))
