import { Query } from 'mingo'
import { isRecord, missing } from '../json/lookup.ts'
import { milliseconds } from '../store/time.ts'
import { InvalidQuery } from './invalid.ts'

/** What a filter can ask of a record: a reader for every field name that the server knows. */
export type Readers<T> = (
  path: string,
) => { readonly type: 'date' | 'other'; readonly read: (record: T) => unknown } | undefined

const GROUPS = new Set(['$and', '$or', '$nor'])
const OPERATORS = new Set([
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists', '$regex', '$options'],
  ...['$not', '$size', '$all', '$type', '$mod', '$elemMatch', '$contains'],
])

/**
 * A Mongo-style filter as a test. Every path is read by our own code and handed to mingo as a flat column, since
 * keys of runs hold dots and slashes, which a Mongo path cannot say.
 */
export function compileFilter<T>(text: string | null | undefined, readers: Readers<T>): (record: T) => boolean {
  const filter = parseFilter(text)
  if (Object.keys(filter).length === 0) return () => true
  const columns = new Map<string, { readonly name: string; readonly read: (record: T) => unknown }>()
  const query = compile(rewrite(filter))

  function rewrite(criteria: Record<string, unknown>): Record<string, unknown> {
    const parts = Object.entries(criteria).map(([key, value]) =>
      key.startsWith('$') ? { [key]: group(key, value) } : condition(key, value),
    )
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { $and: parts }
  }

  function group(key: string, value: unknown): unknown[] {
    if (!GROUPS.has(key)) throw new InvalidQuery(`invalid filter: unknown operator ${key}`)
    if (!Array.isArray(value)) throw new InvalidQuery(`invalid filter: ${key} needs a list`)
    // Saved panels send null for a condition that is switched off.
    return value
      .filter((part) => part !== null)
      .map((part) => {
        if (!isRecord(part) || Array.isArray(part)) throw new InvalidQuery(`invalid filter: ${key} needs objects`)
        return rewrite(part)
      })
  }

  function condition(path: string, value: unknown): Record<string, unknown> {
    const reader = readers(path)
    if (reader === undefined) throw new InvalidQuery(`invalid filter: unknown field ${path}`)
    const column = columns.get(path) ?? { name: `c${columns.size}`, read: reader.read }
    columns.set(path, column)
    return { [column.name]: operand(value, reader.type === 'date') }
  }

  const list = [...columns.values()]
  return (record) => {
    const view: Record<string, unknown> = {}
    for (const { name, read } of list) {
      const value = read(record)
      if (value !== missing) view[name] = value
    }
    return query.test(view)
  }
}

function parseFilter(text: string | null | undefined): Record<string, unknown> {
  if (text === null || text === undefined || text === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new InvalidQuery('invalid filter: not JSON')
  }
  if (value === null) return {}
  if (!isRecord(value) || Array.isArray(value)) throw new InvalidQuery('invalid filter: not an object')
  return value
}

function operand(value: unknown, isDate: boolean): unknown {
  const scalar = (item: unknown): unknown => (isDate && typeof item === 'string' ? readDate(item) : item)
  if (!isRecord(value) || Array.isArray(value)) return scalar(value)
  const entries = Object.entries(value)
  if (!entries.some(([key]) => key.startsWith('$'))) return value
  const operators: Record<string, unknown> = {}
  for (const [key, item] of entries) {
    if (!OPERATORS.has(key)) throw new InvalidQuery(`invalid filter: unknown operator ${key}`)
    if (key === '$contains') operators['$regex'] = String(item).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    else if (key === '$regex') Object.assign(operators, regex(item, value['$options']))
    else if (key === '$not') operators[key] = negated(item, isDate)
    else if (key === '$in' || key === '$nin' || key === '$all') {
      if (!Array.isArray(item)) throw new InvalidQuery(`invalid filter: ${key} needs a list`)
      operators[key] = item.map(scalar)
    } else if (key === '$exists' || key === '$size' || key === '$type' || key === '$mod' || key === '$elemMatch')
      operators[key] = item
    else if (key !== '$options') operators[key] = scalar(item)
  }
  return operators
}

function negated(item: unknown, isDate: boolean): unknown {
  if (!isRecord(item) || Array.isArray(item)) throw new InvalidQuery('invalid filter: $not needs an object')
  return operand(item, isDate)
}

/** RE2 says case-insensitive inside the pattern, JavaScript beside it. */
function regex(item: unknown, options: unknown): Record<string, RegExp> {
  if (typeof item !== 'string') throw new InvalidQuery('invalid filter: $regex needs a string')
  const inline = /^\(\?([ims]+)\)/.exec(item)
  const flags = new Set([...(inline?.[1] ?? ''), ...(typeof options === 'string' ? options : '')])
  try {
    return { $regex: new RegExp(item.slice(inline?.[0].length ?? 0), [...flags].join('')) }
  } catch {
    throw new InvalidQuery('invalid filter: $regex cannot be read')
  }
}

function readDate(text: string): Date {
  const date = new Date(milliseconds(text))
  if (Number.isNaN(date.getTime())) throw new InvalidQuery(`invalid filter: ${text} is no time`)
  return date
}

function compile(criteria: Record<string, unknown>): Query {
  try {
    return new Query(criteria)
  } catch (error) {
    throw new InvalidQuery(`invalid filter: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}
