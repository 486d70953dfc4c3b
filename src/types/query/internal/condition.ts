import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../codec/isObject.ts'
import { parseTime } from '../../codec/parseTime.ts'
import type { Filter } from '../Filter.ts'
import { isTime } from '../isTime.ts'
import { toRe2 } from '../Pattern.ts'
import { HALF_PAIR, operandIssue } from './operandIssue.ts'

/** A filter without parts. */
export type Leaf = Exclude<Filter, { readonly _tag: 'And' | 'Or' | 'Not' }>

/** What stands beside a field of the server's filter. */
export interface Condition {
  readonly holds: unknown
  /** Where the language has a word for the opposite. */
  readonly fails?: unknown
}

const compared = (issue: string): E.Either<string, never> => E.left(`is compared with ${issue}`)

/** The server knows the years of four digits. */
const timeText = (u: unknown): string | undefined => {
  const text = typeof u === 'string' ? parseTime(u)?.toISOString() : undefined
  return text?.length === 24 ? text : undefined
}

const operandOf = (leaf: Leaf, u: unknown): E.Either<string, unknown> => {
  const issue = operandIssue(u)
  if (issue !== undefined) return compared(issue)
  if (u === null || !isTime(leaf.column)) return E.right(u)
  const text = timeText(u)
  return text === undefined ? compared('what is no time such as 2026-11-21T10:00:00Z') : E.right(text)
}

const ordered = { Gt: '$gt', Gte: '$gte', Lt: '$lt', Lte: '$lte' } as const

/** All that an expression could take for a sign of its own. */
const SIGNS = /[\\^$.*+?()[\]{}|]/g

/** What a column is asked, in the words of the server, or why it has none. */
export const conditionOf = (leaf: Leaf): E.Either<string, Condition> => {
  switch (leaf._tag) {
    case 'Eq':
      return E.map((value: unknown): Condition => {
        const isPlain = typeof value !== 'object'
        return { holds: isPlain ? value : { $eq: value }, fails: { $ne: value } }
      })(operandOf(leaf, leaf.value))
    case 'Gt':
    case 'Gte':
    case 'Lt':
    case 'Lte': {
      const operand = operandOf(leaf, leaf.value)
      if (E.isLeft(operand)) return operand
      return typeof operand.right === 'object'
        ? compared('what has no order: write a number, a text, true or false')
        : E.right({ holds: { [ordered[leaf._tag]]: operand.right } })
    }
    case 'In': {
      if (!Array.isArray(leaf.values)) return E.left('is compared with no list')
      const values: Array<unknown> = []
      for (const value of [...leaf.values]) {
        const operand = operandOf(leaf, value)
        if (E.isLeft(operand)) return operand
        values.push(operand.right)
      }
      return E.right({ holds: { $in: values }, fails: { $nin: values } })
    }
    case 'Exists':
      // What a record has as undefined is null on the wire, but a key of a dict is not there.
      return E.right(
        leaf.column._tag === 'Field'
          ? { holds: { $ne: null }, fails: null }
          : { holds: { $exists: true }, fails: { $exists: false } },
      )
    case 'Contains':
      if (typeof leaf.text !== 'string') return E.left('is searched for what is no text')
      if (HALF_PAIR.test(leaf.text)) return E.left('is searched for half of a surrogate pair')
      return E.right({ holds: { $regex: leaf.text.replace(SIGNS, '\\$&') } })
    case 'Matches': {
      const pattern: unknown = leaf.pattern
      const isPattern =
        isObject(pattern) && typeof pattern['source'] === 'string' && typeof pattern['flags'] === 'string'
      if (!isPattern) return E.left('is searched for what is no expression')
      const text = toRe2(leaf.pattern)
      return E.isLeft(text)
        ? E.left(`is searched for an expression that ${text.left}`)
        : E.right({ holds: { $regex: text.right } })
    }
    default:
      return E.left('is no filter')
  }
}
