import type { SchemaElement } from 'hyparquet'
import { isRecord } from '../json/lookup.ts'
import type { Shape } from './shape.ts'

const optional = 'OPTIONAL' as const

/** Returns the Parquet schema elements of a column, parents first. */
export function elementsOf(name: string, shape: Shape): SchemaElement[] {
  switch (shape.kind) {
    case 'STRING':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: optional }]
    case 'JSON':
      // An export marks JSON cells by bytes without a logical type.
      return [{ name, type: 'BYTE_ARRAY', repetition_type: optional }]
    case 'LIST':
      return [
        { name, repetition_type: optional, num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf('element', shape.of),
      ]
    case 'STRUCT':
    case 'MIXED':
      return [
        { name, repetition_type: optional, num_children: shape.fields.size },
        ...[...shape.fields].flatMap(([field, inner]) => elementsOf(field, inner)),
      ]
    default:
      return [{ name, type: shape.kind, repetition_type: optional }]
  }
}

const typeOf = (value: unknown): string => `_type_${typeof value}`

const bare = (value: unknown): string => {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0.0' : String(value)
  if (Array.isArray(value)) return `[${value.map(bare).join(',')}]`
  if (isRecord(value))
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}:${bare(item)}`)
      .join(',')}}`
  return JSON.stringify(value ?? null)
}

/** Converts a cell to the writer's representation. */
export function cellOf(value: unknown, shape: Shape): unknown {
  if (value === undefined || value === null) return null
  switch (shape.kind) {
    case 'INT64':
      return BigInt(value as number)
    case 'JSON':
      return new TextEncoder().encode(bare(value))
    case 'LIST':
      return (value as unknown[]).map((element) => cellOf(element, shape.of))
    case 'STRUCT':
      return Object.fromEntries(
        [...shape.fields].map(([name, inner]) => [name, cellOf((value as Record<string, unknown>)[name], inner)]),
      )
    case 'MIXED':
      return Object.fromEntries(
        [...shape.fields].map(([name, inner]) => [name, name === typeOf(value) ? cellOf(value, inner) : null]),
      )
    default:
      return value
  }
}
