const isAscending = (steps: Float64Array): boolean => {
  let last = Number.NEGATIVE_INFINITY
  for (const step of steps) {
    if (!(step > last)) return false
    last = step
  }
  return true
}

/** One list behind the other. */
const joined = (lists: ReadonlyArray<Float64Array>): Float64Array => {
  const steps = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    steps.set(list, at)
    at += list.length
  }
  return steps
}

/** Adding nothing makes -0 the step 0, from which it could not be told afterwards. */
const plain = (step: number): number => step + 0

/** The steps of both, each of which is ascending. */
const union = (one: Float64Array, other: Float64Array): Float64Array => {
  const steps = new Float64Array(one.length + other.length)
  let length = 0
  let at = 0
  let otherAt = 0
  while (at < one.length && otherAt < other.length) {
    const step = one[at] as number
    const otherStep = other[otherAt] as number
    steps[length++] = plain(step <= otherStep ? step : otherStep)
    if (step <= otherStep) at += 1
    if (otherStep <= step) otherAt += 1
  }
  for (; at < one.length; at += 1) steps[length++] = plain(one[at] as number)
  for (; otherAt < other.length; otherAt += 1) steps[length++] = plain(other[otherAt] as number)
  return length === steps.length ? steps : steps.slice(0, length)
}

/** The steps of lists that are ascending, by halves, so that none is gone through more often than need be. */
const unionOf = (lists: ReadonlyArray<Float64Array>): Float64Array => {
  if (lists.length < 2) return lists[0] ?? new Float64Array(0)
  const middle = lists.length >>> 1
  return union(unionOf(lists.slice(0, middle)), unionOf(lists.slice(middle)))
}

/** The steps of lists in any order. */
const sorted = (steps: Float64Array): Float64Array => {
  const all = steps.map(plain).sort()
  return all.filter((step, row) => row === 0 || step !== all[row - 1])
}

/** The steps of several lists. */
export interface MergedSteps {
  /** All steps, ascending, none twice. */
  readonly steps: Float64Array
  /** Whether the lists, one behind the other, are in that order. */
  readonly inOrder: boolean
  /** Whether each list on its own is. */
  readonly eachInOrder: boolean
}

/** Makes one list of steps of several. */
export const mergeSteps = (lists: ReadonlyArray<Float64Array>): MergedSteps => {
  const steps = joined(lists)
  if (isAscending(steps)) return { steps, inOrder: true, eachInOrder: true }
  const eachInOrder = lists.every(isAscending)
  return { steps: eachInOrder ? unionOf(lists) : sorted(steps), inOrder: false, eachInOrder }
}

const rowOf = (steps: Float64Array, step: number): number => {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle] as number) < step) low = middle + 1
    else high = middle
  }
  return low
}

/** The row of each step of a list. Lists are mostly in order, so the next row is a good guess. */
export const rowsOf = (steps: Float64Array, list: Float64Array): Uint32Array => {
  const rows = new Uint32Array(list.length)
  let guess = 0
  for (let index = 0; index < list.length; index += 1) {
    const step = list[index] as number
    if (steps[guess] !== step) guess = rowOf(steps, step)
    rows[index] = guess
    if (guess < steps.length - 1) guess += 1
  }
  return rows
}
