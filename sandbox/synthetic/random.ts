const stir = (state: number, part: number): number => {
  const mixed = Math.imul(state ^ part, 0x85ebca6b)
  const folded = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return folded ^ (folded >>> 16)
}

/** A 32-bit hash of some integers: each value depends on its arguments alone, not on the order of calls. */
export const hash = (seed: number, stream: number, run = 0, key = 0, more = 0): number =>
  // A rest parameter would allocate an array for each of the millions of values of a large project.
  stir(stir(stir(stir(stir(0x9e3779b9, seed), stream), run), key), more) >>> 0

/** Returns a number in [0, 1). */
export const fraction = (seed: number, stream: number, run = 0, key = 0, more = 0): number =>
  hash(seed, stream, run, key, more) / 0x1_0000_0000

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Returns four letters or digits. */
export function word(seed: number, stream: number, run: number): string {
  let rest = hash(seed, stream, run)
  let text = ''
  for (let index = 0; index < 4; index += 1) {
    text += LETTERS[rest % LETTERS.length]
    rest = Math.floor(rest / LETTERS.length)
  }
  return text
}
