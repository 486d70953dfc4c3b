/** The Damerau-Levenshtein distance (optimal string alignment). */
const distance = (one: string, other: string): number => {
  let before: ReadonlyArray<number> = []
  let row: ReadonlyArray<number> = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const steps = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost]
      next.push(Math.min(...steps, isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY))
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}

/** The names similar to a misspelled one, the likeliest first. */
export const nearestNames = (name: string, names: Iterable<string>): ReadonlyArray<string> => {
  const wanted = name.slice(0, 50).toLowerCase()
  return [...new Set(names)]
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.slice(0, 50).toLowerCase()) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((one, other) => one.far - other.far || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** A hint with similar names; `undefined` if there are none. */
export const didYouMean = (name: string, names: Iterable<string>): string | undefined => {
  const found = nearestNames(name, names)
  return found.length === 0 ? undefined : `Did you mean ${found.join(' or ')}?`
}
