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
      for (let at = 0; at < count; at += 1) {
        const group = groups[at] as number
        counts[group] = (counts[group] as number) + (present === undefined ? 1 : (present[at] as number))
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

/**
 * Sums numbers, but for `NaN`. Each sum has a second one of its rounding errors (Knuth's TwoSum), so the order of the
 * numbers hardly matters.
 */
export const sumNumbers = (numbers: Float64Array): Sums => {
  let sums = new Float64Array(1)
  let errors = new Float64Array(1)
  let counts = new Float64Array(1)
  return {
    add: (_rows, count, groups, groupCount) => {
      if (groupCount > sums.length) {
        sums = grown(sums, groupCount)
        errors = grown(errors, groupCount)
        counts = grown(counts, groupCount)
      }
      for (let at = 0; at < count; at += 1) {
        const group = groups[at] as number
        const number = numbers[at] as number
        const isMissing = Number.isNaN(number)
        const term = isMissing ? 0 : number
        const sum = sums[group] as number
        const next = sum + term
        const added = next - sum
        sums[group] = next
        errors[group] = (errors[group] as number) + (sum - (next - added) + (term - added))
        counts[group] = (counts[group] as number) + (isMissing ? 0 : 1)
      }
    },
    sumOf: (group) => {
      const sum = sums[group] ?? 0
      const error = errors[group] ?? 0
      return Number.isNaN(error) ? sum : sum + error
    },
    countOf: (group) => counts[group] ?? 0,
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
      for (let at = 0; at < count; at += 1) {
        const group = groups[at] as number
        const number = sign * (numbers[at] as number)
        if (number < (best[group] as number) || (chosen[group] === 0 && !Number.isNaN(number))) {
          best[group] = number
          chosen[group] = (rows[at] as number) + 1
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
      for (let at = 0; at < count; at += 1) {
        const group = groups[at] as number
        if (present[at] === 1 && !(isFirst && chosen[group] !== 0)) chosen[group] = (rows[at] as number) + 1
      }
    },
    rowOf: (group) => storedRow(chosen, group),
  }
}
