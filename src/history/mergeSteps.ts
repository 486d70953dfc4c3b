const isAscending = (steps: Float64Array): boolean => {
  let last = Number.NEGATIVE_INFINITY
  for (const step of steps) {
    if (!(step > last)) return false
    last = step
  }
  return true
}

/** The lists concatenated. */
const concat = (lists: ReadonlyArray<Float64Array>): Float64Array => {
  const steps = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    steps.set(list, at)
    at += list.length
  }
  return steps
}

/** Adding 0 turns -0 into 0, so that both are the same step. */
const normalizeZero = (step: number): number => step + 0

/** The union of two ascending lists. */
const mergeTwo = (one: Float64Array, other: Float64Array): Float64Array => {
  const steps = new Float64Array(one.length + other.length)
  let length = 0
  let at = 0
  let otherAt = 0
  while (at < one.length && otherAt < other.length) {
    const step = one[at] as number
    const otherStep = other[otherAt] as number
    steps[length++] = normalizeZero(step <= otherStep ? step : otherStep)
    if (step <= otherStep) at += 1
    if (otherStep <= step) otherAt += 1
  }
  for (; at < one.length; at += 1) steps[length++] = normalizeZero(one[at] as number)
  for (; otherAt < other.length; otherAt += 1) steps[length++] = normalizeZero(other[otherAt] as number)
  return length === steps.length ? steps : steps.slice(0, length)
}

/** The union of ascending lists, merged pairwise so that each step is visited O(log n) times for n lists. */
const mergeAscending = (lists: ReadonlyArray<Float64Array>): Float64Array => {
  if (lists.length < 2) return lists[0] ?? new Float64Array(0)
  const middle = lists.length >>> 1
  return mergeTwo(mergeAscending(lists.slice(0, middle)), mergeAscending(lists.slice(middle)))
}

/** The distinct steps of a list in any order, ascending. */
const sortDistinct = (steps: Float64Array): Float64Array => {
  const all = steps.map(normalizeZero).sort()
  return all.filter((step, row) => row === 0 || step !== all[row - 1])
}

/** The result of {@link mergeSteps}. */
interface MergedSteps {
  /** All steps, strictly ascending. */
  readonly steps: Float64Array
  /** Whether the concatenated lists are strictly ascending. */
  readonly inOrder: boolean
  /** Whether each list is strictly ascending. */
  readonly eachInOrder: boolean
}

/** Merges several lists of steps into one. */
export const mergeSteps = (lists: ReadonlyArray<Float64Array>): MergedSteps => {
  const steps = concat(lists)
  if (isAscending(steps)) return { steps, inOrder: true, eachInOrder: true }
  const eachInOrder = lists.every(isAscending)
  return { steps: eachInOrder ? mergeAscending(lists) : sortDistinct(steps), inOrder: false, eachInOrder }
}

const lowerBound = (steps: Float64Array, step: number): number => {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle] as number) < step) low = middle + 1
    else high = middle
  }
  return low
}

/** The row index of each step of a list. Lists are mostly in order, so the next row is a good guess. */
export const rowIndices = (steps: Float64Array, list: Float64Array): Uint32Array => {
  const rows = new Uint32Array(list.length)
  let guess = 0
  for (let index = 0; index < list.length; index += 1) {
    const step = list[index] as number
    if (steps[guess] !== step) guess = lowerBound(steps, step)
    rows[index] = guess
    if (guess < steps.length - 1) guess += 1
  }
  return rows
}
