import type { FileMetaData, ColumnChunk as Leaf, RowGroup, SchemaElement } from 'hyparquet'
import { damage } from './pages/damage.ts'
import { MOST_VALUES } from './pages/verifyChunk.ts'

/** No metric is nested as deeply. */
const MAX_DEPTH = 32

/** Kinds of columns that no history has, and that the Parquet reader would decode without bounds. */
const FOREIGN: ReadonlySet<string> = new Set(['VARIANT', 'GEOMETRY', 'GEOGRAPHY'])

/** The elements from a top-level column to one of its leaves. */
export type LeafPath = ReadonlyArray<SchemaElement>

interface Open {
  readonly element: SchemaElement
  readonly names: Set<string>
  left: number
}

const checkElement = ({ name, num_children = 0, repetition_type }: SchemaElement, parent: Open | undefined): void => {
  if (num_children < 0 || typeof name !== 'string') damage('its schema is impossible')
  if (parent === undefined) return
  if (repetition_type === undefined) damage('its schema is impossible')
  if (parent.names.has(name)) damage('two columns have the same name')
  parent.names.add(name)
  parent.left -= 1
}

/** The paths of the leaves of a schema, which is in depth-first order. */
export const leafPaths = (schema: ReadonlyArray<SchemaElement>): ReadonlyArray<LeafPath> => {
  const open: Array<Open> = []
  const leaves: Array<LeafPath> = []
  for (const [at, element] of schema.entries()) {
    if ((at > 0 && open.length === 0) || open.length > MAX_DEPTH) damage('its schema is impossible')
    checkElement(element, open.at(-1))
    open.push({ element, names: new Set(), left: element.num_children ?? 0 })
    if (at > 0 && !element.num_children) leaves.push(open.slice(1).map((one) => one.element))
    while (open.at(-1)?.left === 0) open.pop()
  }
  return open.length === 0 ? leaves : damage('its schema is incomplete')
}

const checkGroup = ({ columns, num_rows }: RowGroup, leaves: ReadonlyArray<LeafPath>): void => {
  if (typeof num_rows !== 'bigint' || num_rows < 0n) damage('a row group has an impossible number of rows')
  if (columns.length !== leaves.length) damage('a row group has other columns than the schema')
  for (const [at, path] of leaves.entries()) {
    const meta = columns[at]?.meta_data
    if (
      meta === undefined ||
      meta.type !== path.at(-1)?.type ||
      meta.path_in_schema.length !== path.length ||
      !path.every(({ name }, depth) => meta.path_in_schema[depth] === name)
    )
      damage('a row group has other columns than the schema')
  }
}

/** Throws if the metadata of a file contradicts itself. Where its columns are is checked when they are read. */
export const checkMetadata = ({ schema, num_rows, row_groups }: FileMetaData): void => {
  const leaves = leafPaths(schema)
  for (const group of row_groups) checkGroup(group, leaves)
  const rows = row_groups.reduce((sum, group) => sum + group.num_rows, 0n)
  if (rows !== num_rows) damage('its row groups have another number of rows than the file')
}

/** A column chunk, and where its bytes are. */
export interface LocatedChunk {
  readonly leaf: Leaf
  readonly path: LeafPath
  readonly start: number
  readonly end: number
}

/** Locates a column chunk. Throws if it cannot be there, or cannot be read. */
export const locateChunk = (leaf: Leaf, path: LeafPath, dataEnd: number): LocatedChunk => {
  const { meta_data: meta, file_path } = leaf
  if (meta === undefined || file_path !== undefined) return damage('a column is in another file')
  if (meta.codec !== 'SNAPPY' && meta.codec !== 'UNCOMPRESSED') damage(`the compression ${meta.codec} is not supported`)
  if (path.some(({ logical_type }) => FOREIGN.has(logical_type?.type ?? '')))
    damage('a column has a type of no history')
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset)
  const size = Number(meta.total_compressed_size)
  // A file begins with four bytes that belong to no column.
  if (!(start >= 4 && size > 0 && start + size <= dataEnd)) damage('a column is outside of the file')
  return { leaf, path, start, end: start + size }
}

/** How many rows may be read of a file whose steps take next to no bytes, and how many beyond that for each byte. */
const FEW_ROWS = 2 ** 23
const MORE_ROWS = 64

/** Throws if rows are more than the bytes of their steps can stand for: a file must not fill the memory by a number. */
export const checkRows = (rows: number, stepBytes: number): void => {
  if (rows > Math.min(MOST_VALUES * stepBytes, FEW_ROWS + MORE_ROWS * stepBytes))
    damage('it has more rows than its bytes can hold')
}

/** Throws if parts of a file overlap: each would be read again and again. */
export const checkOverlaps = (parts: ReadonlyArray<{ readonly start: number; readonly end: number }>): void => {
  let last = 0
  for (const { start, end } of [...parts].sort((one, other) => one.start - other.start)) {
    if (start < last) damage('two columns are in the same place')
    last = end
  }
}
