import * as E from 'fp-ts/lib/Either.js'
import { type DecodedArray, type FileMetaData, type ColumnChunk as Leaf, parquetRead, type RowGroup } from 'hyparquet'
import { parseJson } from '../../../types/codec/parseJson.ts'
import type { HistoryColumn, NumberColumn } from '../../../types/History.ts'
import { ownBuffer, unreadable } from '../../internal/parquet/parquetMetadata.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { toColumn } from './parquetCells.ts'
import { onlyColumn, type ParquetColumn } from './parquetColumns.ts'

const decoder = new TextDecoder()

/** Parses JSON as W&B writes it; invalid JSON stays a string. */
const jsonFromBytes = (bytes: Uint8Array | undefined): unknown => {
  if (bytes === undefined) return undefined
  const text = decoder.decode(bytes)
  const parsed = parseJson(text)
  return E.isRight(parsed) ? parsed.right : text
}

/** Decodes one column of one row group from its bytes; numbers are written to a preallocated column. */
export const readCells = async (
  { bytes, start }: { readonly bytes: Uint8Array; readonly start: number },
  metadata: FileMetaData,
  group: RowGroup,
  column: ParquetColumn,
  leaves: ReadonlyArray<Leaf>,
  room: () => NumberColumn,
): Promise<E.Either<LoadError, HistoryColumn>> => {
  const parts: Array<DecodedArray> = []
  try {
    await parquetRead({
      file: {
        byteLength: start + bytes.length,
        slice: (from, to = start + bytes.length) => ownBuffer(bytes.subarray(from - start, to - start)),
      },
      metadata: onlyColumn(metadata, group, column, leaves),
      parsers: { jsonFromBytes },
      onChunk: ({ columnData }) => parts.push(columnData),
    })
    const cells = toColumn(column, parts, Number(group.num_rows), room)
    if (cells !== undefined) return E.right(cells)
  } catch (error) {
    return unreadable(error)
  }
  return E.left(loadError({ _tag: 'FileUnreadable', detail: 'the Parquet file has a truncated column' }))
}
