import type { FileMetaData, ColumnChunk as Leaf, RowGroup, SchemaElement } from 'hyparquet'

/** A top-level column of a file, with its nested elements. */
export interface ParquetColumn {
  readonly name: string
  /** Its part of the schema: the column itself, then its nested elements. */
  readonly elements: ReadonlyArray<SchemaElement>
}

/** The index after an element and its nested elements. */
const endOfElement = (schema: ReadonlyArray<SchemaElement>, at: number): number => {
  let end = at + 1
  for (let children = schema[at]?.num_children ?? 0; children > 0 && end < schema.length; children -= 1)
    end = endOfElement(schema, end)
  return end
}

/** The top-level columns of a schema, which is in depth-first order. */
export const parquetColumns = (schema: ReadonlyArray<SchemaElement>): ReadonlyArray<ParquetColumn> => {
  const columns: Array<ParquetColumn> = []
  for (let at = 1; at < schema.length; ) {
    const end = endOfElement(schema, at)
    const elements = schema.slice(at, end)
    columns.push({ name: elements[0]?.name ?? '', elements })
    at = end
  }
  return columns
}

/** The column chunks of a row group by the name of their top-level column. */
export const columnChunksByName = (group: RowGroup): ReadonlyMap<string, ReadonlyArray<Leaf>> => {
  const leaves = new Map<string, Array<Leaf>>()
  for (const leaf of group.columns) {
    const name = leaf.meta_data?.path_in_schema[0]
    if (name === undefined) continue
    const known = leaves.get(name)
    if (known === undefined) leaves.set(name, [leaf])
    else known.push(leaf)
  }
  return leaves
}

/** The byte range of a column of a row group. */
export const columnByteRange = (
  leaves: ReadonlyArray<Leaf>,
): { readonly start: number; readonly end: number } | undefined => {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const { meta_data } of leaves) {
    if (meta_data === undefined) return undefined
    const from = Number(meta_data.dictionary_page_offset || meta_data.data_page_offset)
    start = Math.min(start, from)
    end = Math.max(end, from + Number(meta_data.total_compressed_size))
  }
  return start < end ? { start, end } : undefined
}

/**
 * The metadata of a file with only this column of this row group, so that reading one column out of thousands does not scan
 * the others.
 */
export const singleColumnMetadata = (
  metadata: FileMetaData,
  group: RowGroup,
  column: ParquetColumn,
  leaves: ReadonlyArray<Leaf>,
): FileMetaData => ({
  version: metadata.version,
  metadata_length: metadata.metadata_length,
  num_rows: group.num_rows,
  schema: [{ name: 'schema', num_children: 1 }, ...column.elements],
  row_groups: [{ ...group, columns: [...leaves] }],
})

/** The minimum and maximum of a column in a row group, if the file has statistics. */
export const columnBounds = (
  leaves: ReadonlyArray<Leaf>,
): { readonly min: number; readonly max: number } | undefined => {
  const statistics = leaves[0]?.meta_data?.statistics
  const min = Number(statistics?.min_value ?? statistics?.min ?? Number.NaN)
  const max = Number(statistics?.max_value ?? statistics?.max ?? Number.NaN)
  return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : undefined
}
