import { isRecord } from '../json/lookup.ts'

/** The common type of a column's cells. */
export type Shape =
  | { readonly kind: 'INT64' | 'DOUBLE' | 'BOOLEAN' | 'STRING' | 'JSON' }
  | { readonly kind: 'LIST'; readonly of: Shape }
  | { readonly kind: 'STRUCT'; readonly fields: ReadonlyMap<string, Shape> }
  /** One field per type; each cell fills one of them. */
  | { readonly kind: 'MIXED'; readonly fields: ReadonlyMap<string, Shape> }

const INT64_LIMIT = 2 ** 63

const isInteger = (value: unknown): boolean =>
  Number.isInteger(value) && !Object.is(value, -0) && Math.abs(value as number) < INT64_LIMIT

const json: Shape = { kind: 'JSON' }

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

function struct(values: readonly Record<string, unknown>[]): Shape {
  const names = new Set(values.flatMap((value) => Object.keys(value)))
  const fields = new Map<string, Shape>()
  for (const name of names) {
    const inner = values.flatMap((value) => (value[name] === undefined || value[name] === null ? [] : [value[name]]))
    if (inner.length === 0) return json
    fields.set(name, shapeOf(inner))
  }
  return fields.size === 0 || [...fields.values()].some(({ kind }) => kind === 'JSON' || kind === 'MIXED')
    ? json
    : { kind: 'STRUCT', fields }
}

function list(values: readonly unknown[][]): Shape {
  const elements = values.flat()
  if (elements.length === 0 || elements.some((element) => element === null || Array.isArray(element))) return json
  const of = shapeOf(elements)
  return of.kind === 'JSON' || of.kind === 'MIXED' ? json : { kind: 'LIST', of }
}

/** Returns the narrowest shape that fits all values. */
export function shapeOf(values: readonly unknown[]): Shape {
  const types = new Set(values.map(typeOf))
  if (types.size > 1) {
    if (types.has('list') || types.has('object')) return json
    const fields = [...types].map(
      (type) => [`_type_${type}`, shapeOf(values.filter((value) => typeOf(value) === type))] as const,
    )
    return { kind: 'MIXED', fields: new Map(fields) }
  }
  switch ([...types][0]) {
    case 'number':
      return { kind: values.every(isInteger) ? 'INT64' : 'DOUBLE' }
    case 'boolean':
      return { kind: 'BOOLEAN' }
    case 'string':
      return { kind: 'STRING' }
    case 'list':
      return list(values as unknown[][])
    default:
      return values.every(isRecord) ? struct(values as Record<string, unknown>[]) : json
  }
}
