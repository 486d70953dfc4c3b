import { loadError } from '../../client/LoadError.ts'
import { didYouMean } from '../../query/nearest.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'
import { WandbError } from './WandbError.ts'

type Dict = Readonly<Record<string, unknown>>

const invalid = (field: string, reason: string, hint?: string): WandbError =>
  new WandbError(loadError({ _tag: 'InvalidQuery', field, reason, ...(hint === undefined ? {} : { hint }) }))

/** The names of the options of a query; the compiler reports one that is missing or does not exist. */
export type OptionNames<Q> = { readonly [K in keyof Q]-?: true }

/**
 * The options beside what a method was called with.
 *
 * @typeParam Q - The query.
 * @typeParam K - The options of the query that the other arguments are.
 * @category Door
 * @since 0.2.0
 */
export type Options<Q, K extends keyof Q> = Omit<Q, K>

/**
 * A reference to a project: its path, its URL, or its record.
 *
 * @category Door
 * @since 0.2.0
 */
export type ProjectReference = string | { readonly entity: string; readonly name: string }

/**
 * A reference to a user or a team: its name, or its record.
 *
 * @category Door
 * @since 0.2.0
 */
export type EntityReference = string | { readonly name: string }

/** The names of the options of every list. */
export const listOptions = {
  pageSize: true,
  limit: true,
  after: true,
  signal: true,
  onProgress: true,
  onFailure: true,
} as const

/** Throws for an option that does not exist: in JavaScript, no compiler reports a misspelled one. */
export const checkOptions = (given: unknown, names: ReadonlyArray<string>): void => {
  if (!isObject(given)) throw invalid('options', 'must be an object')
  const unknown = Object.keys(given).find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw invalid(
      unknown,
      'does not exist',
      didYouMean(unknown, names) ?? `Expected one of ${[...names].sort().join(', ')}.`,
    )
}

/** How the arguments of a method make a query. */
export interface QueryShape<Q> {
  /** The option that the first argument is, if it is no query. */
  readonly subject: keyof Q & string
  readonly options: OptionNames<Q>
  /** Returns what a record stands for as the subject; `undefined` for an object that is no such record. */
  readonly reference?: (record: Dict) => unknown
}

const subjectQuery = <Q>({ subject, reference }: QueryShape<Q>, given: unknown): Dict => {
  if (given === undefined) return {}
  if (typeof given === 'string') return { [subject]: given }
  if (!isObject(given)) throw invalid(subject, 'must be a path, a record or a query')
  if (Object.hasOwn(given, subject)) return given
  const referred = reference?.(given)
  return referred === undefined ? given : { [subject]: referred }
}

/**
 * The query of a call: a path or a record with options, or a query by itself. It throws for an option that does not
 * exist. The values are checked by the load.
 */
export const readQuery = <Q extends object>(shape: QueryShape<Q>, given: unknown, options: unknown): Q => {
  const names = Object.keys(shape.options)
  if (options !== undefined) checkOptions(options, names)
  const query = { ...subjectQuery(shape, given), ...(options as object | undefined) }
  checkOptions(query, names)
  return query as Q
}

const hasText = (record: Dict, ...names: ReadonlyArray<string>): boolean =>
  names.every((name) => typeof getOwn(record, name) === 'string')

/** A run or a sweep, which its project and its id identify. */
export const byProjectAndId = (record: Dict): Dict | undefined =>
  hasText(record, 'entity', 'project', 'id') ? record : undefined

/** A record that its id identifies. */
export const byId = (record: Dict): Dict | undefined => (hasText(record, 'id') ? record : undefined)

/** An artifact. */
export const byProjectAndName = (record: Dict): Dict | undefined =>
  hasText(record, 'entity', 'project', 'name') ? record : undefined

/** A project. */
export const byEntityAndName = (record: Dict): string | undefined =>
  hasText(record, 'entity', 'name') ? `${record['entity']}/${record['name']}` : undefined

/** An entity, a team or an artifact type, which its name identifies. */
export const byName = (record: Dict): string | undefined =>
  hasText(record, 'name') ? (record['name'] as string) : undefined
