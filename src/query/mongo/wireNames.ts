import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../types/wire/own.ts'
import type { Column } from '../Column.ts'
import { columnRows } from '../columnFields.ts'
import { dictNames, fieldNames } from '../columnNames.ts'
import { operandIssue } from '../operand.ts'

/** A lone surrogate, which UTF-8 cannot encode. */
export const LONE_SURROGATE: RegExp = /\p{Surrogate}/u

const inJson = (u: unknown): string | undefined => {
  if (typeof u === 'number') return Number.isFinite(u) ? undefined : `${u}, which JSON cannot represent`
  if (typeof u === 'string') return LONE_SURROGATE.test(u) ? 'a string with a lone surrogate' : undefined
  const keys = isObject(u) ? Object.keys(u) : []
  if (keys.some((key) => LONE_SURROGATE.test(key))) return 'a dict with a lone surrogate in a key'
  return keys.some((key) => key.startsWith('$'))
    ? 'a dict with a key that starts with $, which the server reads as an operator'
    : undefined
}

/** Why the server cannot be sent a value, as the end of a sentence; `undefined` if it can. */
export const sentOperandIssue = (u: unknown): string | undefined => operandIssue(u, inJson)

/** Why the server cannot compare a field of the record with a value: it answers lists and dicts with an error. */
export const fieldOperandIssue = (column: Column, u: unknown): string | undefined => {
  if (column._tag !== 'Field' || typeof u !== 'object' || u === null) return undefined
  if (!Array.isArray(u)) return 'a dict, which no field is'
  const name = columnRows.get(column.name)?.filter ?? column.name
  const texts = u.map((item) => JSON.stringify(item)?.slice(0, 50))
  const one = `{ ${name}: ${texts[0] ?? '"a"'} }`
  const any = `{ ${name}: { $in: [${texts.join(', ')}] } }`
  const what = 'a list, which the server cannot compare with a field: use'
  if (name !== 'tags') return `${what} ${any}`
  return `${what} ${texts.length < 2 ? one : `${any} for any, { $and: [${one}, …] } for all`}`
}

/** Whether a key is W&B's own, which the config or summary of a record does not have. */
const isWandbInternalKey = (dict: 'Config' | 'Summary' | 'SystemMetrics', key: string): boolean =>
  (key === '_wandb' && dict !== 'SystemMetrics') || (key === 'wandb_version' && dict === 'Config')

const MAX_KEYS = 100

/** Why the server cannot look up a path: it splits paths at dots and has no quoting. */
const pathIssue = (path: ReadonlyArray<string>): string | undefined => {
  if (path.length === 0) return 'has no key, so the server cannot look it up'
  if (path.length > MAX_KEYS) return 'has too many keys'
  if (path.includes('')) return 'has an empty key, which the server cannot look up'
  if (path.some((key) => key.includes('.'))) return 'has a key with a dot, which the server reads as nesting'
  return path.some((key) => LONE_SURROGATE.test(key)) ? 'has a key with a lone surrogate' : undefined
}

interface NameSyntax {
  readonly use: 'filter' | 'order'
  /** The path of a value in a config entry, where it is under `value`. */
  readonly config: (rest: ReadonlyArray<string>) => ReadonlyArray<string>
  readonly pathIssue: (path: ReadonlyArray<string>) => string | undefined
  /** What to do when a column cannot be expressed. */
  readonly advice: string
}

/**
 * A filter on a whole entry uses its key alone. Deeper paths include the wrapper, which keeps a user's key `value`
 * unambiguous.
 */
const filterSyntax: NameSyntax = {
  use: 'filter',
  config: (rest) => (rest.length === 0 ? [] : ['value', ...rest]),
  pathIssue,
  advice: 'use split, and apply the rest to the loaded runs',
}

/** Orders are comma-separated lists, and the server trims spaces around their items. */
const orderSyntax: NameSyntax = {
  use: 'order',
  config: (rest) => ['value', ...rest],
  pathIssue: (path) => {
    if (path.some((key) => key.includes(','))) return 'has a key with a comma, which separates columns in an order'
    if (path.some((key) => key.trim() !== key))
      return 'has a key with leading or trailing space, which the server ignores in an order'
    return pathIssue(path)
  },
  advice: 'sort the loaded runs with ordOf',
}

const nameIn =
  ({ use, config, pathIssue: issueOf, advice }: NameSyntax) =>
  (column: Column): E.Either<string, string> => {
    const name = column._tag === 'Field' ? columnRows.get(column.name)?.[use] : undefined
    if (name !== undefined) return E.right(name)
    if (column._tag !== 'Config' && column._tag !== 'Summary')
      return E.left(`is not available on the server: ${advice}`)
    const issue = issueOf(column.path)
    if (issue !== undefined) return E.left(`${issue}: ${advice}`)
    const [key = '', ...rest] = column.path
    if (isWandbInternalKey(column._tag, key)) return E.left("is one of W&B's own entries, which records leave out")
    return E.right(
      (column._tag === 'Config' ? ['config', key, ...config(rest)] : ['summary_metrics', ...column.path]).join('.'),
    )
  }

/** The name of a column in server filters, or why there is none. */
export const toFilterName: (column: Column) => E.Either<string, string> = nameIn(filterSyntax)

/** The name of a column in server orders, or why there is none. */
export const toOrderName: (column: Column) => E.Either<string, string> = nameIn(orderSyntax)

/** Why a name in a filter or an order is not a column of records. */
interface UnknownName {
  /** Whether the name is invalid on the server, too. */
  readonly isMistake: boolean
  readonly reason: string
}

const invalidName = (reason: string): E.Either<UnknownName, never> => E.left({ isMistake: true, reason })

const serverOnly = (reason = 'is available on the server only: records do not have it'): E.Either<UnknownName, never> =>
  E.left({ isMistake: false, reason })

/** The column that a name in a server filter or order refers to. */
export const parseColumnName = (name: string): E.Either<UnknownName, Column> => {
  const field = fieldNames.get(name)
  if (field !== undefined) return E.right({ _tag: 'Field', name: field })
  if (name === 'id') return invalidName('is unknown to the server: use name')
  const [first = '', key, ...rest] = name.split('.')
  if (first === 'summary' && key !== undefined)
    return invalidName(`is unknown to the server: use ${['summary_metrics', key, ...rest].join('.')}`)
  if (first === 'tags' && key !== undefined)
    return serverOnly(`is a tag lookup that only the server supports: use tags: ${JSON.stringify(name.slice(5))}`)
  const _tag = dictNames.get(first)
  if (_tag === undefined) return serverOnly()
  if (key === undefined || key === '' || rest.includes('')) return serverOnly('has an empty key, which no run has')
  if (isWandbInternalKey(_tag, key)) return serverOnly("is one of W&B's own entries, which records leave out")
  // The first `value` after a config key is the wrapper of every entry on the server.
  return E.right({ _tag, path: [key, ...(_tag === 'Config' && rest[0] === 'value' ? rest.slice(1) : rest)] })
}
