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

/** The union of two ascending lists; the first list itself if it has every step. */
const mergeTwo = (first: Float64Array, second: Float64Array): Float64Array => {
  const merged = new Float64Array(first.length + second.length)
  let a = 0
  let b = 0
  let length = 0
  while (a < first.length && b < second.length) {
    const x = first[a] as number
    const y = second[b] as number
    merged[length] = y < x ? y : x
    length += 1
    if (!(y < x)) a += 1
    if (!(x < y)) b += 1
  }
  merged.set(first.subarray(a), length)
  length += first.length - a
  merged.set(second.subarray(b), length)
  length += second.length - b
  return length === first.length ? first : merged.slice(0, length)
}

/** The steps that any of several ascending lists has. They are merged pairwise, so that each step is visited once per level. */
export const unionSteps = (all: ReadonlyArray<Float64Array>): Float64Array => {
  if (all.length < 2) return all[0] ?? new Float64Array()
  const middle = all.length >>> 1
  return mergeTwo(unionSteps(all.slice(0, middle)), unionSteps(all.slice(middle)))
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
  return {
    steps: eachInOrder ? unionSteps(lists).map(normalizeZero) : sortDistinct(steps),
    inOrder: false,
    eachInOrder,
  }
}

/**
 * Binary search in ascending steps: returns the first row from `low`, and before `high`, whose step is at least
 * `step`; `high` when there is none.
 */
export const lowerBound = (steps: Float64Array, step: number, low = 0, high: number = steps.length): number => {
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
    if (steps[guess] !== step) guess = lowerBound(steps, step, 0, steps.length - 1)
    rows[index] = guess
    if (guess < steps.length - 1) guess += 1
  }
  return rows
}
