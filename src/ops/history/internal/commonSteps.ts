const merge = (first: Float64Array, second: Float64Array): Float64Array => {
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

/** Returns the steps that any list has, ascending. Merges pairwise, so that each step is visited once per level. */
export const unionOf = (all: ReadonlyArray<Float64Array>): Float64Array => {
  if (all.length < 2) return all[0] ?? new Float64Array()
  const middle = all.length >>> 1
  return merge(unionOf(all.slice(0, middle)), unionOf(all.slice(middle)))
}

/** Returns the steps that all lists have, ascending. */
export const intersectionOf = ([first, ...others]: ReadonlyArray<Float64Array>): Float64Array =>
  others.reduce((common, steps) => {
    let row = 0
    return common.filter((step) => {
      while ((steps[row] as number) < step) row += 1
      return steps[row] === step
    })
  }, first ?? new Float64Array())
