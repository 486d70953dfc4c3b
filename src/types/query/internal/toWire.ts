import * as E from 'fp-ts/lib/Either.js'
import type { Column } from '../Column.ts'
import { isKeptApart } from './keptApart.ts'
import { HALF_PAIR } from './operandIssue.ts'
import { filterNames, orderNames } from './wireNames.ts'

/** Why the server cannot be asked for what stands under some keys: it splits paths at dots and knows no quotes. */
const pathIssue = (path: ReadonlyArray<string>): string | undefined => {
  if (path.length === 0) return 'has no key, so that the server cannot be asked for it'
  if (path.includes('')) return 'has an empty key, which the server cannot be asked for'
  if (path.some((key) => key.includes('.'))) return 'has a key with a dot, which the server takes for nesting'
  return path.some((key) => HALF_PAIR.test(key)) ? 'has a key with half of a surrogate pair' : undefined
}

interface Language {
  readonly names: Readonly<Record<string, string>>
  /** The way to a value in the entry of a config, where it stands under `value`. */
  readonly config: (rest: ReadonlyArray<string>) => ReadonlyArray<string>
  readonly pathIssue: (path: ReadonlyArray<string>) => string | undefined
  /** What to do about what it cannot say. */
  readonly advice: string
}

/** Filters find a whole entry by its key alone. Behind the wrapper, a key that is called `value` can be told from it. */
const filters: Language = {
  names: filterNames,
  config: (rest) => (rest.length === 0 ? [] : ['value', ...rest]),
  pathIssue,
  advice: 'use split, and apply the rest to what was loaded',
}

/** Orders stand in a list with commas, and space around them does not count. */
const orders: Language = {
  names: orderNames,
  config: (rest) => ['value', ...rest],
  pathIssue: (path) => {
    if (path.some((key) => key.includes(','))) return 'has a key with a comma, which ends a column in an order'
    if (path.some((key) => key.trim() !== key))
      return 'has a key with space at an end, which does not count in an order'
    return pathIssue(path)
  },
  advice: 'sort what was loaded with ordOf',
}

const nameIn =
  ({ names, config, pathIssue: issueOf, advice }: Language) =>
  (column: Column): E.Either<string, string> => {
    if (column._tag === 'Field' && Object.hasOwn(names, column.name)) return E.right(names[column.name] ?? '')
    if (column._tag !== 'Config' && column._tag !== 'Summary') return E.left(`is known to records only: ${advice}`)
    const issue = issueOf(column.path)
    if (issue !== undefined) return E.left(`${issue}: ${advice}`)
    const [key = '', ...rest] = column.path
    if (isKeptApart(column._tag, key)) return E.left("is W&B's own entry, which no record has there")
    return E.right(
      (column._tag === 'Config' ? ['config', key, ...config(rest)] : ['summary_metrics', ...column.path]).join('.'),
    )
  }

/** What filters of the server call a column, or why they have no name for it. */
export const filterName: (column: Column) => E.Either<string, string> = nameIn(filters)

/** What orders of the server call a column, or why they have no name for it. */
export const orderName: (column: Column) => E.Either<string, string> = nameIn(orders)
