import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { isObject } from '../../types/wire/own.ts'
import { parseTime } from '../../types/wire/time.ts'
import { isTime } from '../Column.ts'
import type { Filter } from '../Filter.ts'
import { toRe2 } from '../regex/Pattern.ts'
import { fieldOperandIssue, LONE_SURROGATE, sentOperandIssue } from './wireNames.ts'

/** A filter without nested filters. */
export type LeafFilter = Exclude<Filter, { readonly _tag: 'And' | 'Or' | 'Not' }>

/** The condition on a field in a server filter. */
interface MongoCondition {
  readonly holds: unknown
  /** The negated condition, if the language has an operator for it. */
  readonly fails?: unknown
}

const cannotCompare = (issue: string): E.Either<string, never> => E.left(`is compared with ${issue}`)

/** The server accepts four-digit years only. */
const timeText = (u: unknown): string | undefined => {
  const text = typeof u === 'string' ? parseTime(u)?.toISOString() : undefined
  return text?.length === 24 ? text : undefined
}

const operandOf = (leaf: LeafFilter, u: unknown): E.Either<string, unknown> => {
  const issue = sentOperandIssue(u) ?? fieldOperandIssue(leaf.column, u)
  if (issue !== undefined) return cannotCompare(issue)
  if (u === null || !isTime(leaf.column)) return E.right(u)
  const text = timeText(u)
  return text === undefined ? cannotCompare('a value that is not a time such as 2026-11-21T10:00:00Z') : E.right(text)
}

const ordered = { Gt: '$gt', Gte: '$gte', Lt: '$lt', Lte: '$lte' } as const

/** The characters that have a special meaning in a regular expression. */
const SPECIAL_CHARACTERS = /[\\^$.*+?()[\]{}|]/g

/** Translates a leaf filter to a server condition, or returns why that is impossible. */
export const mongoCondition = (leaf: LeafFilter): E.Either<string, MongoCondition> => {
  switch (leaf._tag) {
    case 'Eq':
      return E.map((value: unknown): MongoCondition => {
        const isPlain = typeof value !== 'object'
        return { holds: isPlain ? value : { $eq: value }, fails: { $ne: value } }
      })(operandOf(leaf, leaf.value))
    case 'Gt':
    case 'Gte':
    case 'Lt':
    case 'Lte': {
      const operator = ordered[leaf._tag]
      return pipe(
        operandOf(leaf, leaf.value),
        E.flatMap((value) =>
          typeof value === 'object'
            ? cannotCompare('a value that has no order: use a number, a string, true or false')
            : E.right({ holds: { [operator]: value } }),
        ),
      )
    }
    case 'In':
      return Array.isArray(leaf.values)
        ? pipe(
            [...leaf.values],
            E.traverseArray((value) => operandOf(leaf, value)),
            E.map((values): MongoCondition => ({ holds: { $in: values }, fails: { $nin: values } })),
          )
        : E.left('must be compared with a list')
    case 'Exists':
      // An undefined field of a record is null on the server, but a missing key of a dict is absent.
      return E.right(
        leaf.column._tag === 'Field'
          ? { holds: { $ne: null }, fails: null }
          : { holds: { $exists: true }, fails: { $exists: false } },
      )
    case 'Contains':
      if (typeof leaf.text !== 'string') return E.left('must be searched for a string')
      if (LONE_SURROGATE.test(leaf.text)) return E.left('is searched for a lone surrogate')
      return E.right({ holds: { $regex: leaf.text.replace(SPECIAL_CHARACTERS, '\\$&') } })
    case 'Matches': {
      const pattern: unknown = leaf.pattern
      const isPattern =
        isObject(pattern) && typeof pattern['source'] === 'string' && typeof pattern['flags'] === 'string'
      if (!isPattern) return E.left('must be searched for a regular expression')
      return pipe(
        toRe2(leaf.pattern),
        E.bimap(
          (reason) => `is searched for a regular expression that ${reason}`,
          ($regex): MongoCondition => ({ holds: { $regex } }),
        ),
      )
    }
    default:
      return E.left('must be a filter')
  }
}
