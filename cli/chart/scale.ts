/** A number on an axis. */
export interface Tick {
  readonly value: number
  readonly text: string
}

/** How numbers are placed on an axis. */
export interface Scale {
  /** The place of a number: 0 at the lower end, 1 at the upper. */
  readonly at: (value: number) => number
  readonly ticks: ReadonlyArray<Tick>
}

const MAX_TICKS = 50

/** The one of 1, 2, 5 and 10 times a power of ten that is the nearest to a number, by their ratio. */
const roundStep = (wanted: number): number => {
  const power = 10 ** Math.floor(Math.log10(wanted))
  const ratio = wanted / power
  return power * (ratio < Math.SQRT2 ? 1 : ratio < Math.sqrt(10) ? 2 : ratio < Math.sqrt(50) ? 5 : 10)
}

/** Formats a number of an axis whose ticks are `step` apart. */
const tickText = (value: number, step: number): string => {
  if (value === 0) return '0'
  if (Math.abs(value) >= 1e6 || step < 1e-4) {
    const digits = Math.min(
      15,
      Math.max(0, Math.floor(Math.log10(Math.abs(value)) + 1e-9) - Math.floor(Math.log10(step) + 1e-9)),
    )
    return value.toExponential(digits).replace(/\.?0*e\+?/, 'e')
  }
  return value.toFixed(Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)))
}

/** Ranges that are shorter have no ticks that a number can tell apart. */
const MIN_RANGE = 1e-290
const MIN_RELATIVE_RANGE = 1e-12

/** Widens a range that has no length to speak of, so that what is in it lies in the middle. */
const widened = (low: number, high: number): readonly [low: number, high: number] => {
  const least = Math.max(MIN_RANGE, Math.max(Math.abs(low), Math.abs(high)) * MIN_RELATIVE_RANGE)
  if (high / 2 - low / 2 > least) return [low, high]
  const margin = Math.abs(low) / 10 || 1
  return [Math.max(low - margin, -Number.MAX_VALUE), Math.min(high + margin, Number.MAX_VALUE)]
}

const roundTicks = (from: number, to: number, step: number): ReadonlyArray<Tick> => {
  const ticks: Array<Tick> = []
  for (let at = Math.ceil(from / step - 1e-9); at * step <= to + step * 1e-9 && ticks.length < MAX_TICKS; at += 1)
    ticks.push({ value: at * step, text: tickText(at * step, step) })
  return ticks
}

/**
 * Makes a linear axis. It has at least two ticks, so that it always says what its range is.
 *
 * @param low - The smallest number on it.
 * @param high - The largest number on it.
 * @param count - How many ticks there is room for.
 */
export const linearScale = (low: number, high: number, count: number): Scale => {
  const [from, to] = widened(low, high)
  // Halves, because the difference of two large numbers may be infinite.
  const half = to / 2 - from / 2
  let ticks: ReadonlyArray<Tick> = []
  for (let parts = Math.max(2, count); ticks.length < 2 && parts < MAX_TICKS; parts *= 2)
    ticks = roundTicks(from, to, roundStep((half / parts) * 2))
  return { at: (value) => (value / 2 - from / 2) / half, ticks }
}

const powerText = (value: number): string =>
  value >= 1e-3 && value < 1e5 ? `${Number(value.toPrecision(3))}` : value.toExponential().replace('e+', 'e')

/** Makes a logarithmic axis of positive numbers. Its ticks are powers of ten, and 2 and 5 times these on a short one. */
export const logScale = (low: number, high: number, count: number): Scale => {
  const [from, to] = low < high ? [low, high] : [low / 2, high * 2]
  const [first, last] = [Math.log10(from), Math.log10(to)]
  const decades = last - first
  const every = Math.max(1, Math.ceil(decades / Math.max(1, count)))
  const factors = decades < 2 ? [1, 2, 5] : [1]
  const ticks: Array<Tick> = []
  for (let power = Math.floor(first); power <= last; power += 1)
    for (const factor of power % every === 0 ? factors : []) {
      const value = Number(`${factor}e${power}`)
      if (value >= from * 0.999 && value <= to * 1.001) ticks.push({ value, text: powerText(value) })
    }
  const ends = [from, to].map((value) => ({ value, text: powerText(Number(value.toPrecision(3))) }))
  return { at: (value) => (Math.log10(value) - first) / decades, ticks: ticks.length < 2 ? ends : ticks }
}
