import * as E from 'fp-ts/lib/Either.js'
import type { Column } from '../Column.ts'
import { isKeptApart } from './keptApart.ts'
import { HALF_PAIR } from './operandIssue.ts'
import { filterNames, orderNames } from './wireNames.ts'

/** Why the server cannot look up a path: it splits paths at dots and has no quoting. */
const pathIssue = (path: ReadonlyArray<string>): string | undefined => {
  if (path.length === 0) return 'has no key, so the server cannot look it up'
  if (path.includes('')) return 'has an empty key, which the server cannot look up'
  if (path.some((key) => key.includes('.'))) return 'has a key with a dot, which the server reads as nesting'
  return path.some((key) => HALF_PAIR.test(key)) ? 'has a key with a lone surrogate' : undefined
}

interface NameSyntax {
  readonly names: Readonly<Record<string, string>>
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
  names: filterNames,
  config: (rest) => (rest.length === 0 ? [] : ['value', ...rest]),
  pathIssue,
  advice: 'use split, and apply the rest to the loaded runs',
}

/** Orders are comma-separated lists, and the server trims spaces around their items. */
const orderSyntax: NameSyntax = {
  names: orderNames,
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
  ({ names, config, pathIssue: issueOf, advice }: NameSyntax) =>
  (column: Column): E.Either<string, string> => {
    if (column._tag === 'Field' && Object.hasOwn(names, column.name)) return E.right(names[column.name] ?? '')
    if (column._tag !== 'Config' && column._tag !== 'Summary')
      return E.left(`is not available on the server: ${advice}`)
    const issue = issueOf(column.path)
    if (issue !== undefined) return E.left(`${issue}: ${advice}`)
    const [key = '', ...rest] = column.path
    if (isKeptApart(column._tag, key)) return E.left("is one of W&B's own entries, which records leave out")
    return E.right(
      (column._tag === 'Config' ? ['config', key, ...config(rest)] : ['summary_metrics', ...column.path]).join('.'),
    )
  }

/** The name of a column in server filters, or why there is none. */
export const filterName: (column: Column) => E.Either<string, string> = nameIn(filterSyntax)

/** The name of a column in server orders, or why there is none. */
export const orderName: (column: Column) => E.Either<string, string> = nameIn(orderSyntax)
