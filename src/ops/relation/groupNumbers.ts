import type { Add } from './accumulators.ts'

/** The numbers of each group, in order of their rows. */
export interface GroupNumbers {
  /** Adds the numbers of a block of rows, but for `NaN`. */
  readonly add: Add
  /** The numbers of each group; they share one buffer. */
  readonly split: (groupCount: number) => (group: number) => Float64Array
}

const MIN_SIZE = 256

/** Collects the numbers that are in a block, for what needs all of a group at once. */
export const collectNumbersOfGroups = (numbers: Float64Array): GroupNumbers => {
  let allNumbers = new Float64Array(MIN_SIZE)
  let allGroups = new Uint32Array(MIN_SIZE)
  let used = 0
  return {
    add: (_rows, count, groups) => {
      if (used + count > allNumbers.length) {
        const [oldNumbers, oldGroups] = [allNumbers, allGroups]
        allNumbers = new Float64Array(Math.max(used + count, used * 2))
        allGroups = new Uint32Array(allNumbers.length)
        allNumbers.set(oldNumbers)
        allGroups.set(oldGroups)
      }
      for (let at = 0; at < count; at += 1) {
        const number = numbers[at] as number
        allNumbers[used] = number
        allGroups[used] = groups[at] as number
        used += Number.isNaN(number) ? 0 : 1
      }
    },
    split: (groupCount) => {
      const starts = new Uint32Array(groupCount + 1)
      for (let at = 0; at < used; at += 1) {
        const next = (allGroups[at] as number) + 1
        starts[next] = (starts[next] as number) + 1
      }
      for (let group = 0; group < groupCount; group += 1)
        starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number)
      const sorted = new Float64Array(used)
      const places = starts.slice()
      for (let at = 0; at < used; at += 1) {
        const group = allGroups[at] as number
        const place = places[group] as number
        sorted[place] = allNumbers[at] as number
        places[group] = place + 1
      }
      return (group) => sorted.subarray(starts[group], starts[group + 1])
    },
  }
}
