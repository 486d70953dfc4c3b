/**
 * A Parquet file: its bytes, a `Blob` or `File`, or any object with random access.
 *
 * @category History
 * @since 0.1.0
 */
export type ParquetSource =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | {
      /** The size of the file in bytes. */
      readonly byteLength: number
      /** Returns the bytes from `start`, inclusive, to `end`, exclusive. */
      readonly slice: (start: number, end: number) => ArrayBuffer | Uint8Array | Promise<ArrayBuffer | Uint8Array>
    }
