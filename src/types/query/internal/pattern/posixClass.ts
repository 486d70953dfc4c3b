import { withAsciiCases } from './asciiCases.ts'
import type { Part } from './node.ts'
import { complement, type Ranges } from './ranges.ts'

/** Each as pairs of a first and a last character. */
const classes: ReadonlyMap<string, string> = new Map([
  ['alnum', '09AZaz'],
  ['alpha', 'AZaz'],
  ['ascii', '\x00\x7f'],
  ['blank', '\t\t  '],
  ['cntrl', '\x00\x1f\x7f\x7f'],
  ['digit', '09'],
  ['graph', '!~'],
  ['lower', 'az'],
  ['print', ' ~'],
  ['punct', '!/:@[`{~'],
  ['space', '\t\r  '],
  ['upper', 'AZ'],
  ['word', '09AZ__az'],
  ['xdigit', '09AFaf'],
])

const rangesOf = (pairs: string): Ranges =>
  (pairs.match(/../gs) ?? []).map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const)

/** The meaning of `[:name:]`. When ignoring case, all cases are added before it is negated. */
export const posixClass = (name: string, isNegated: boolean, ignoresCase: boolean): Part | undefined => {
  const pairs = classes.get(name)
  if (pairs === undefined) return undefined
  const ranges = ignoresCase ? withAsciiCases(rangesOf(pairs)) : rangesOf(pairs)
  return { _tag: 'Ranges', ranges: isNegated ? complement(ranges) : ranges, isClosed: ignoresCase }
}
