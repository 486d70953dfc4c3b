import { parseTime } from '../../types/codec/parseTime.ts'
import { columnWords } from '../../types/query/columnWords.ts'
import type { Combination, Filter } from '../../types/query/Filter.ts'
import { isTime } from '../../types/query/isTime.ts'
import type { Operand } from '../../types/query/Operand.ts'
import { type Pattern, regExpOf } from '../../types/query/Pattern.ts'

/** How closely the parts of a phrase belong together: those that do less need parentheses inside those that do more. */
type Binding = 'or' | 'and' | 'not' | 'leaf'

const strength: Readonly<Record<Binding, number>> = { or: 0, and: 1, not: 2, leaf: 3 }

interface Phrase {
  readonly words: string
  readonly binding: Binding
}

const leaf = (words: string): Phrase => ({ words, binding: 'leaf' })

const everyRun = leaf('every run')
const noRun = leaf('no run')

const within = ({ words, binding }: Phrase, outer: Binding): string =>
  strength[binding] < strength[outer] ? `(${words})` : words

const valueWords = (value: Operand): string => {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return `[${value.map(valueWords).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${valueWords(item)}`)
  return `{${entries.join(', ')}}`
}

const patternWords = (pattern: Pattern): string => {
  const source = regExpOf(pattern)?.source
  return source === undefined ? JSON.stringify(pattern.source) : `/${source}/${pattern.flags}`
}

const signs = { Gt: '>', Gte: '>=', Lt: '<', Lte: '<=' } as const

type Leaf = Exclude<Filter, { readonly _tag: 'And' | 'Or' | 'Not' }>

const operandWords = ({ column }: Leaf, value: Operand): string => {
  const time = isTime(column) && typeof value === 'string' ? parseTime(value) : undefined
  return time === undefined ? valueWords(value) : time.toISOString()
}

const leafPhrase = (filter: Leaf, isNegated: boolean): Phrase => {
  const column = columnWords(filter.column)
  const either = (holds: string, fails: string): Phrase => leaf(`${column} ${isNegated ? fails : holds}`)
  switch (filter._tag) {
    case 'Eq': {
      const value = operandWords(filter, filter.value)
      return either(`is ${value}`, `is not ${value}`)
    }
    case 'In': {
      const values = `[${filter.values.map((value) => operandWords(filter, value)).join(', ')}]`
      return either(`is in ${values}`, `is not in ${values}`)
    }
    case 'Exists':
      return either('exists', 'does not exist')
    case 'Contains': {
      const text = JSON.stringify(filter.text)
      return either(`contains ${text}`, `does not contain ${text}`)
    }
    case 'Matches': {
      const pattern = patternWords(filter.pattern)
      return either(`matches ${pattern}`, `does not match ${pattern}`)
    }
    default: {
      const words = `${column} ${signs[filter._tag]} ${operandWords(filter, filter.value)}`
      // What is missing is neither less nor greater, so that no other sign says the opposite.
      return isNegated ? { words: `not ${words}`, binding: 'not' } : leaf(words)
    }
  }
}

const combinationPhrase = ({ _tag, filters }: Combination, isNegated: boolean): Phrase => {
  const [only] = filters
  if (only === undefined) return (_tag === 'And') === isNegated ? noRun : everyRun
  if (filters.length === 1) return phrase(only, isNegated)
  const binding = _tag === 'And' ? 'and' : 'or'
  const words = filters.map((part) => within(phrase(part, false), binding)).join(` ${binding} `)
  return isNegated ? { words: `not (${words})`, binding: 'not' } : { words, binding }
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
 * Puts a filter into words for people: `state is "finished" and config.lr > 0.01`.
 *
 * `and` binds more closely than `or`, and `not` more closely than both; there are no more parentheses than needed. A key
 * that is no identifier stands in brackets, as in `config["val/loss"]`, and a moment is ISO text.
 *
 * @param filter - A filter.
 * @returns The words: `every run` and `no run` for filters that ask nothing.
 * @example
 * ```ts
 * import { and, column, describe, eq, exists, gt, not, or } from 'wandb-run-ops/ops'
 *
 * const fast = or(gt(column.config('lr'), 0.01), exists(column.summary('val/loss')))
 *
 * describe(and(eq(column.state, 'finished'), fast)) // => 'state is "finished" and (config.lr > 0.01 or summary["val/loss"] exists)'
 * describe(not(fast)) // => 'not (config.lr > 0.01 or summary["val/loss"] exists)'
 * ```
 * @category Query
 * @since 0.1.0
 */
export const describe = (filter: Filter): string => phrase(filter, false).words
