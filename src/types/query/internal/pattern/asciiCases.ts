import { isApart, type Ranges, sorted } from './ranges.ts'

/** Adds all cases of the ASCII letters among the code points: the long s is a case of s, the Kelvin sign one of k. */
export const withAsciiCases = (ranges: Ranges): Ranges => {
  const moved = (first: number, last: number, by: number): Ranges =>
    ranges.flatMap(([from, to]) => {
      const [start, end] = [Math.max(from, first), Math.min(to, last)]
      return start <= end ? [[start + by, end + by] as const] : []
    })
  const familyOf = (...family: ReadonlyArray<number>): Ranges =>
    family.some((letter) => !isApart([[letter, letter]], ranges)) ? family.map((letter) => [letter, letter]) : []
  return sorted([
    ...ranges,
    ...moved(0x41, 0x5a, 32),
    ...moved(0x61, 0x7a, -32),
    ...familyOf(0x53, 0x73, 0x17f),
    ...familyOf(0x4b, 0x6b, 0x212a),
  ])
}
