/** A seeded generator of pseudo-random numbers from 0 to 1, exclusive. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) | 0
    const mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    const again = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((again ^ (again >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Samples elements without replacement, in order; the same length and count select the same positions. */
export const sample = <A>(items: ReadonlyArray<A>, count: number): ReadonlyArray<A> => {
  const next = numbersFrom(items.length)
  let wanted = count
  return items.filter((_item, index) => {
    const isChosen = next() * (items.length - index) < wanted
    if (isChosen) wanted -= 1
    return isChosen
  })
}
