import { type DuckDBConnection, listValue } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { attempt, type DuckDbError, duckDbError } from './DuckDbError.ts'
import { escapeGlob } from './names.ts'

/** How the cells of a column are stored; `mixed` is a struct with a member per type. */
export type ColumnKind =
  | { readonly is: 'number' }
  | { readonly is: 'json' }
  | { readonly is: 'mixed'; readonly members: ReadonlyArray<{ readonly name: string; readonly isJson: boolean }> }
  | { readonly is: 'typed'; readonly type: string }

/** A Parquet file with its columns, in order. */
export interface FileSchema {
  /** The path as reported by DuckDB. */
  readonly path: string
  readonly rows: number
  readonly columns: ReadonlyMap<string, ColumnKind>
}

interface Element {
  readonly name: string
  readonly children: number
  readonly type: string | null
  /** Whether the column is plain bytes, which exports use for JSON. */
  readonly isBare: boolean
}

const NUMBER = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT)|FLOAT|DOUBLE)$/

/** The kind of the column at an index, and the index of the next column. */
const kindAt = (elements: ReadonlyArray<Element>, at: number): { readonly kind: ColumnKind; readonly end: number } => {
  const element = elements[at]
  if (element === undefined || element.children === 0) {
    const type = element?.type ?? 'UNKNOWN'
    const kind: ColumnKind = element?.isBare
      ? { is: 'json' }
      : NUMBER.test(type)
        ? { is: 'number' }
        : { is: 'typed', type }
    return { kind, end: at + 1 }
  }
  const members: Array<{ readonly name: string; readonly isJson: boolean }> = []
  const parts: Array<string> = []
  let end = at + 1
  for (let left = element.children; left > 0 && end < elements.length; left -= 1) {
    const name = elements[end]?.name ?? ''
    const inner = kindAt(elements, end)
    members.push({ name, isJson: inner.kind.is === 'json' })
    parts.push(`${JSON.stringify(name)} ${inner.kind.is === 'typed' ? inner.kind.type : (elements[end]?.type ?? '')}`)
    end = inner.end
  }
  return members.every(({ name }) => name.startsWith('_type_'))
    ? { kind: { is: 'mixed', members }, end }
    : { kind: { is: 'typed', type: `STRUCT(${parts.join(', ')})` }, end }
}

const columnsOf = (elements: ReadonlyArray<Element>): ReadonlyMap<string, ColumnKind> => {
  const columns = new Map<string, ColumnKind>()
  for (let at = 1; at < elements.length; ) {
    const { kind, end } = kindAt(elements, at)
    columns.set(elements[at]?.name ?? '', kind)
    at = end
  }
  return columns
}

const SCHEMA = `SELECT file_name, name, coalesce(num_children, 0)::INTEGER, duckdb_type,
  type = 'BYTE_ARRAY' AND converted_type IS NULL AND logical_type IS NULL
FROM parquet_schema($files) ORDER BY file_name, column_id`

const ROWS = 'SELECT file_name, num_rows::DOUBLE FROM parquet_file_metadata($files)'

const readSchemas = async (
  connection: DuckDBConnection,
  paths: ReadonlyArray<string>,
): Promise<ReadonlyArray<FileSchema>> => {
  const parameters = { files: listValue(paths.map(escapeGlob)) }
  const reader = await connection.runAndReadAll(SCHEMA, parameters)
  const files = new Map<string, Array<Element>>()
  for (const [path, name, children, type, isBare] of reader.getRows()) {
    const elements = files.get(String(path)) ?? []
    if (elements.length === 0) files.set(String(path), elements)
    elements.push({
      name: String(name),
      children: Number(children),
      type: type === null || type === undefined ? null : String(type),
      isBare: isBare === true,
    })
  }
  const counts = await connection.runAndReadAll(ROWS, parameters)
  const rows = new Map(counts.getRows().map(([path, count]) => [String(path), Number(count)]))
  return [...files].map(([path, elements]) => ({ path, rows: rows.get(path) ?? 0, columns: columnsOf(elements) }))
}

const fileError = (path: string, error: DuckDbError): DuckDbError => {
  if (error._tag !== 'DuckDbFailed') return error
  return /No files found/.test(error.detail)
    ? duckDbError({ _tag: 'FileMissing', path })
    : duckDbError({ _tag: 'FileUnreadable', path, detail: error.detail })
}

/** Reads the schemas of files, by path. A file without columns, and thus without rows, has an empty one. */
export const readFileSchemas = async (
  connection: DuckDBConnection,
  paths: ReadonlyArray<string>,
): Promise<E.Either<DuckDbError, ReadonlyMap<string, FileSchema>>> => {
  const all = await attempt(() => readSchemas(connection, paths))
  const schemas = new Map<string, FileSchema>()
  if (E.isRight(all)) for (const schema of all.right) schemas.set(schema.path, schema)
  for (const path of paths) {
    if (schemas.has(path)) continue
    const one = await attempt(() => readSchemas(connection, [path]))
    const [schema] = E.isRight(one) ? one.right : []
    if (schema !== undefined) schemas.set(path, schema)
    // DuckDB cannot read files without columns, which some exports are.
    else if (E.isLeft(one) && one.left._tag === 'DuckDbFailed' && /non-root column/.test(one.left.detail))
      schemas.set(path, { path, rows: 0, columns: new Map() })
    else if (E.isLeft(one)) return E.left(fileError(path, one.left))
  }
  return E.right(schemas)
}
