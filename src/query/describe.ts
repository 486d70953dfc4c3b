import { parseTime } from '../types/wire/time.ts'
import { columnLabel, isTime } from './Column.ts'
import type { Combination, Filter, Operand } from './Filter.ts'
import { filterIssue } from './filterIssue.ts'
import { type Pattern, regExpOf } from './regex/Pattern.ts'

/** Precedence: a phrase that binds more loosely gets parentheses inside one that binds more tightly. */
type Binding = 'or' | 'and' | 'not' | 'leaf'

const precedence: Readonly<Record<Binding, number>> = { or: 0, and: 1, not: 2, leaf: 3 }

interface Phrase {
  readonly text: string
  readonly binding: Binding
}

const leaf = (text: string): Phrase => ({ text, binding: 'leaf' })

const everyRun = leaf('every run')
const noRun = leaf('no run')

const inside = ({ text, binding }: Phrase, outer: Binding): string =>
  precedence[binding] < precedence[outer] ? `(${text})` : text

const valueText = (value: Operand): string => {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${valueText(item)}`)
  return `{${entries.join(', ')}}`
}

const patternText = (pattern: Pattern): string => {
  const source = regExpOf(pattern)?.source
  return source === undefined ? JSON.stringify(pattern.source) : `/${source}/${pattern.flags}`
}

const signs = { Gt: '>', Gte: '>=', Lt: '<', Lte: '<=' } as const

type Leaf = Exclude<Filter, { readonly _tag: 'And' | 'Or' | 'Not' }>

const operandText = ({ column }: Leaf, value: Operand): string => {
  const time = isTime(column) && typeof value === 'string' ? parseTime(value) : undefined
  return time === undefined ? valueText(value) : time.toISOString()
}

const leafPhrase = (filter: Leaf, isNegated: boolean): Phrase => {
  const column = columnLabel(filter.column)
  const either = (holds: string, fails: string): Phrase => leaf(`${column} ${isNegated ? fails : holds}`)
  switch (filter._tag) {
    case 'Eq': {
      const value = operandText(filter, filter.value)
      return either(`is ${value}`, `is not ${value}`)
    }
    case 'In': {
      const values = `[${filter.values.map((value) => operandText(filter, value)).join(', ')}]`
      return either(`is in ${values}`, `is not in ${values}`)
    }
    case 'Exists':
      return either('exists', 'does not exist')
    case 'Contains': {
      const text = JSON.stringify(filter.text)
      return either(`contains ${text}`, `does not contain ${text}`)
    }
    case 'Matches': {
      const pattern = patternText(filter.pattern)
      return either(`matches ${pattern}`, `does not match ${pattern}`)
    }
    default: {
      const text = `${column} ${signs[filter._tag]} ${operandText(filter, filter.value)}`
      // A missing value is neither less nor greater, so no other sign is the negation.
      return isNegated ? { text: `not ${text}`, binding: 'not' } : leaf(text)
    }
  }
}

const combinationPhrase = ({ _tag, filters }: Combination, isNegated: boolean): Phrase => {
  const [only] = filters
  if (only === undefined) return (_tag === 'And') === isNegated ? noRun : everyRun
  if (filters.length === 1) return phrase(only, isNegated)
  const binding = _tag === 'And' ? 'and' : 'or'
  const text = filters.map((part) => inside(phrase(part, false), binding)).join(` ${binding} `)
  return isNegated ? { text: `not (${text})`, binding: 'not' } : { text, binding }
}

const phrase = (filter: Filter, isNegated: boolean): Phrase => {
  switch (filter._tag) {
    case 'And':
    case 'Or':
      return combinationPhrase(filter, isNegated)
    case 'Not':
      return phrase(filter.filter, !isNegated)
    default:
      return leafPhrase(filter, isNegated)
  }
}

/**
 * Describes a filter in plain text: `state is "finished" and config.lr > 0.01`.
 *
 * `and` binds more tightly than `or`, and `not` more tightly than both; parentheses appear only where needed. A key
 * that is not an identifier is put in brackets, as in `config["val/loss"]`, and times are ISO strings.
 *
 * @param filter - A filter.
 * @returns The text: `every run` and `no run` for filters without conditions, `no filter: …` with the reason for other data.
 * @example
 * ```ts
 * import { and, column, describeFilter, eq, exists, gt, not, or } from 'wandb-run-ops/query'
 *
 * const fast = or(gt(column.config('lr'), 0.01), exists(column.summary('val/loss')))
 *
 * describeFilter(and(eq(column.state, 'finished'), fast)) // => 'state is "finished" and (config.lr > 0.01 or summary["val/loss"] exists)'
 * describeFilter(not(fast)) // => 'not (config.lr > 0.01 or summary["val/loss"] exists)'
 * ```
 * @category Query
 * @since 0.1.0
 */
export const describeFilter = (filter: Filter): string => {
  const issue = filterIssue(filter, ['filter'])
  return issue === undefined ? phrase(filter, false).text : `no filter: ${issue.field} ${issue.reason}`
}
