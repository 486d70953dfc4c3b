import { grown } from '../../history/table/grown.ts'

/** Takes in blocks of rows with the group of each, fewer than `groupCount`. */
export type Add = (rows: Uint32Array, count: number, groups: Uint32Array, groupCount: number) => void

/** The numbers of rows for each group. */
export interface Counts {
  readonly add: Add
  readonly countOf: (group: number) => number
}

/** Counts the rows of each group, or those with a 1 in `present`. */
export const countRows = (present?: Uint8Array): Counts => {
  let counts = new Float64Array(1)
  return {
    add: (_rows, count, groups, groupCount) => {
      if (groupCount > counts.length) counts = grown(counts, groupCount)
      const all = counts
      for (let at = 0; at < count; at += 1) {
        const group = groups[at] as number
        all[group] = (all[group] as number) + (present === undefined ? 1 : (present[at] as number))
      }
    },
    countOf: (group) => counts[group] ?? 0,
  }
}

/** The sums of the numbers of each group. */
export interface Sums {
  readonly add: Add
  /** The sum; not finite if it overflowed, or if a number is not. */
  readonly sumOf: (group: number) => number
  readonly countOf: (group: number) => number
}

/** A sum has three figures: the sum as it was rounded, its rounding errors, and the count of the numbers. */
const FIGURES = 3

/**
 * Sums numbers, but for `NaN`. The rounding errors of each sum are summed, too (Knuth's TwoSum), so the order of the numbers
 * hardly matters.
 */
export const sumNumbers = (numbers: Float64Array): Sums => {
  let figures = new Float64Array(FIGURES)
  return {
    add: (_rows, count, groups, groupCount) => {
      if (groupCount * FIGURES > figures.length) figures = grown(figures, groupCount * FIGURES)
      const all = figures
      for (let at = 0; at < count; at += 1) {
        const number = numbers[at] as number
        if (Number.isNaN(number)) continue
        const place = (groups[at] as number) * FIGURES
        const sum = all[place] as number
        const next = sum + number
        const added = next - sum
        all[place] = next
        all[place + 1] = (all[place + 1] as number) + (sum - (next - added) + (number - added))
        all[place + 2] = (all[place + 2] as number) + 1
      }
    },
    sumOf: (group) => {
      const sum = figures[group * FIGURES] ?? 0
      const error = figures[group * FIGURES + 1] ?? 0
      return Number.isNaN(error) ? sum : sum + error
    },
    countOf: (group) => figures[group * FIGURES + 2] ?? 0,
  }
}

/** One row of each group. */
export interface ChosenRows {
  readonly add: Add
  /** The row of a group; `undefined` if none of its rows can be chosen. */
  readonly rowOf: (group: number) => number | undefined
}

/** Rows are stored plus one, so that 0 is none. */
const storedRow = (rows: Int32Array, group: number): number | undefined => {
  const row = rows[group] ?? 0
  return row === 0 ? undefined : row - 1
}

/** Chooses the first row with the smallest number, or the largest for sign -1. */
export const extremeRows = (numbers: Float64Array, sign: 1 | -1): ChosenRows => {
  let best = new Float64Array(1)
  let chosen = new Int32Array(1)
  return {
    add: (rows, count, groups, groupCount) => {
      if (groupCount > best.length) {
        best = grown(best, groupCount)
        chosen = grown(chosen, groupCount)
      }
      const [bests, all] = [best, chosen]
      for (let at = 0; at < count; at += 1) {
        const group = groups[at] as number
        const number = sign * (numbers[at] as number)
        if (number < (bests[group] as number) || (all[group] === 0 && !Number.isNaN(number))) {
          bests[group] = number
          all[group] = (rows[at] as number) + 1
        }
      }
    },
    rowOf: (group) => storedRow(chosen, group),
  }
}

/** Chooses the first or the last row with a 1 in `present`. */
export const outerRows = (present: Uint8Array, isFirst: boolean): ChosenRows => {
  let chosen = new Int32Array(1)
  return {
    add: (rows, count, groups, groupCount) => {
      if (groupCount > chosen.length) chosen = grown(chosen, groupCount)
      const all = chosen
      for (let at = 0; at < count; at += 1) {
        const group = groups[at] as number
        if (present[at] === 1 && !(isFirst && all[group] !== 0)) all[group] = (rows[at] as number) + 1
      }
    },
    rowOf: (group) => storedRow(chosen, group),
  }
}
