import { didYouMean } from '../../types/wire/nearest.ts'
import type { Expression } from '../syntax/Expression.ts'
import { mapChildren, someNode } from '../syntax/nodes.ts'
import { print } from '../syntax/print.ts'

const MEDIAN = 'There is none: sort the numbers and take the middle one, as in x.dropna.sort[x.dropna.count // 2].'

/** What to write instead of the names of other languages and libraries. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['artifacts', 'Use loggedArtifactVersions or usedArtifactVersions.'],
  ['at', 'Use brackets: list[0].'],
  ['average', 'Use avg.'],
  ['distinct', 'Use unique.'],
  ['duration', 'Use runtime, in seconds.'],
  ['every', 'Use map((row) => condition).all.'],
  ['fillna', 'Use coalesce(value).'],
  ['find', 'Use filter((row) => condition)[0].'],
  ['findIndex', 'Use map((row, index) => index) after filter, or argmax.'],
  ['first', 'Use [0].'],
  ['flat', 'Use flatten, or concat for one level.'],
  ['flatMap', 'Use map((row) => list).concat.'],
  ['forEach', 'Use map((row) => value).'],
  ['get', 'Use brackets: dict["key"].'],
  ['groupBy', 'Use groupby((row) => key).'],
  ['group_by', 'Use groupby((row) => key).'],
  ['head', 'Use limit(count).'],
  ['if', 'A condition must be a boolean: write a comparison, such as x > 0.'],
  ['includes', 'Use contains(value).'],
  ['indexOf', 'Use contains(value), or argmax for the index of the largest.'],
  ['isNull', 'Use isNone, or == null.'],
  ['isna', 'Use isNone, or == null.'],
  ['key', 'Use groupkey for the key of a group.'],
  ['last', 'Use [-1].'],
  ['lastLetter', 'Use slice(-1).'],
  ['len', 'Use count.'],
  ['length', 'Use count for lists, len for strings.'],
  ['link', 'Use url.'],
  ['match', 'Use contains(text), startsWith(text) or endsWith(text).'],
  ['mean', 'Use avg.'],
  ['median', MEDIAN],
  ['metrics', 'Use summary.'],
  ['orderBy', 'Use sort((row) => key, "asc").'],
  ['percentile', MEDIAN],
  ['push', 'Use append(value).'],
  ['quantile', MEDIAN],
  ['reduce', 'Use sum, avg, min, max, count, argmin, argmax or joinToStr.'],
  ['replaceAll', 'Use replace(found, put): it replaces all occurrences.'],
  ['reverse', 'Use sort((row, index) => index, "desc").'],
  ['select', 'Use map((row) => value).'],
  ['size', 'Use count for lists, len for strings.'],
  ['slice', 'Use offset(start).limit(count).'],
  ['some', 'Use map((row) => condition).any.'],
  ['sortBy', 'Use sort((row) => key, "asc").'],
  ['sqrt', 'Use ** 0.5.'],
  ['std', 'Use stddev.'],
  ['stdDev', 'Use stddev.'],
  ['stdev', 'Use stddev.'],
  ['substr', 'Use slice(start, end).'],
  ['substring', 'Use slice(start, end).'],
  ['summaryMetrics', 'Use summary.'],
  ['summary_metrics', 'Use summary.'],
  ['tail', 'Use offset(count).'],
  ['take', 'Use limit(count).'],
  ...['config', 'history', 'summary'].map((name): [string, string] => [
    name,
    `Use run.${name}: run is the run that a value came from. Or write ["${name}"] for an entry.`,
  ]),
  ['toLowerCase', 'Use lower.'],
  ['toUpperCase', 'Use upper.'],
  ['trim', 'Use strip.'],
  ['values', 'A group is the list of its elements: use group.count, or group.summary["loss"].'],
  ['variance', 'Use stddev ** 2.'],
  ['where', 'Use filter((row) => condition).'],
])

const CLOCK = 'An expression has no clock: compare with a time that you know, as in run.createdAt > Date("2026-11-21").'

/** What to write instead of the objects of JavaScript. */
const globals: ReadonlyMap<string, string> = new Map([
  ['AND', 'Write && or and.'],
  ['Array', 'Write a list: [first, second], or range(0, 10).'],
  ['Date', CLOCK],
  ['JSON', 'Use toString, or joinToStr for lists.'],
  ['Math', 'Write an operation on the number: x.round, x.floor, x.ceil, x.abs, [x, y].max.'],
  ['Number', 'Write x.toNumber.'],
  ['OR', 'Write || or or.'],
  ['Object', 'Write dict.keys or dict.values.'],
  ['String', 'Write x.toString.'],
  ['float', 'Write x.toNumber.'],
  ['int', 'Write x.toNumber.floor.'],
  ['lambda', 'Write (row) => value.'],
  ['now', CLOCK],
  ['parseFloat', 'Write x.toNumber.'],
  ['parseInt', 'Write x.toNumber.floor.'],
  ['str', 'Write x.toString.'],
  ['today', CLOCK],
  ['undefined', 'Write null.'],
  ['None', 'Write null.'],
  ['True', 'Write true.'],
  ['False', 'Write false.'],
  ['not', 'Write !x.'],
])

/** A hint for a name after a dot that does not exist. */
export const hintForMember = (name: string, names: Iterable<string>): string | undefined => {
  const known = new Set(names)
  // It exists, but for other elements than those of this list.
  if (known.has(name)) return `Choose a value of each element first: map((row) => value).${name}.`
  return spellings.get(name) ?? globals.get(name) ?? didYouMean(name, known)
}

/** A hint for a name, or an operation without a receiver, that does not exist. */
export const hintForName = (name: string, names: Iterable<string>): string | undefined =>
  globals.get(name) ?? didYouMean(name, names) ?? `To write a string, put it in quotes: "${name}".`

/** A hint for an argument that is missing. */
export const hintForMissing = (name: string, [first]: ReadonlyArray<Expression>): string =>
  name === 'join' && first?._tag === 'Literal' ? 'To join strings, use joinToStr(separator).' : `Write ${name}(…).`

/** A hint for an argument too many. */
export const hintForExcess = (name: string): string =>
  /^round|^floor$|^ceil$/.test(name) ? 'Use toFixed(digits) to round to decimal places.' : 'Remove the extra ones.'

/** A hint for an argument of another type. */
export const hintForArgument = (argument: Expression, wanted: string): string | undefined =>
  wanted === 'boolean' && argument._tag === 'Literal' && /^(?:true|false)$/.test(String(argument.value))
    ? `Write ${argument.value} without quotes.`
    : undefined

const renamed = (expression: Expression, from: string, to: string): Expression =>
  expression._tag === 'Name' && expression.name === from
    ? { ...expression, name: to }
    : mapChildren(expression, (part) => renamed(part, from, to))

/** Whether a function compares two elements, as JavaScript's `sort` takes it: both sides of an operator are alike. */
export const isComparator = (argument: Expression | undefined): boolean => {
  if (argument?._tag !== 'Lambda') return false
  const [one, other, ...more] = argument.parameters
  if (one === undefined || other === undefined || more.length > 0) return false
  return someNode(
    argument.body,
    (part) =>
      part._tag === 'Binary' &&
      someNode(part, (inner) => inner._tag === 'Name' && inner.name === other) &&
      print(renamed(part.left, one, other)) === print(renamed(part.right, one, other)),
  )
}
