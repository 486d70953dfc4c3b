/** The Levenshtein distance between two strings, as lists of characters. */
export const levenshtein = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): number => {
  let row = Uint32Array.from({ length: other.length + 1 }, (_, index) => index)
  let next = new Uint32Array(row.length)
  for (const [index, character] of one.entries()) {
    next[0] = index + 1
    for (let column = 1; column < row.length; column += 1) {
      const changed = (row[column - 1] as number) + (character === other[column - 1] ? 0 : 1)
      next[column] = Math.min(changed, (row[column] as number) + 1, (next[column - 1] as number) + 1)
    }
    ;[row, next] = [next, row]
  }
  return row[other.length] as number
}
