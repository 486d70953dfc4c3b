/**
 * A Parquet file: its bytes, a `Blob` or `File` as browsers have them, or anything of which parts can be read.
 *
 * @category History
 * @since 0.1.0
 */
export type ParquetSource =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | {
      /** The size of the file. */
      readonly byteLength: number
      /** The bytes from `start`, inclusive, to `end`, exclusive. */
      readonly slice: (start: number, end: number) => ArrayBuffer | Uint8Array | Promise<ArrayBuffer | Uint8Array>
    }
