/** How many characters must be put in, taken out or changed to make one text of another. */
export const levenshtein = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): number => {
  let row = Uint32Array.from({ length: other.length + 1 }, (_, index) => index)
  let next = new Uint32Array(row.length)
  for (const [index, character] of one.entries()) {
    next[0] = index + 1
    for (let place = 1; place < row.length; place += 1) {
      const changed = (row[place - 1] as number) + (character === other[place - 1] ? 0 : 1)
      next[place] = Math.min(changed, (row[place] as number) + 1, (next[place - 1] as number) + 1)
    }
    ;[row, next] = [next, row]
  }
  return row[other.length] as number
}
