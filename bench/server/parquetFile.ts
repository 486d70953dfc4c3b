import { parquetWriteBuffer } from 'hyparquet-writer'
import { historyValue, summaryKey } from '../../sandbox/synthetic/values.ts'

const ROW_GROUP_ROWS = 10_000

const doubles = (first: number, rows: number, valueAt: (step: number) => number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => valueAt(first + row))

/** Writes part of a history as W&B exports it: integer steps, doubles for the rest, compressed with SNAPPY. */
export const parquetFile = (first: number, rows: number, metrics: number): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        {
          name: '_step',
          data: BigInt64Array.from({ length: rows }, (_, row) => BigInt(first + row)),
          type: 'INT64',
        },
        { name: '_runtime', data: doubles(first, rows, (step) => step / 4), type: 'DOUBLE' },
        { name: '_timestamp', data: doubles(first, rows, (step) => 1_767_225_600 + step / 4), type: 'DOUBLE' },
        ...Array.from({ length: metrics }, (_, key) => ({
          name: summaryKey(key),
          data: doubles(first, rows, (step) => historyValue(1, 0, step, key)),
          type: 'DOUBLE' as const,
        })),
      ],
      codec: 'SNAPPY',
      rowGroupSize: ROW_GROUP_ROWS,
      kvMetadata: [{ key: 'wandb-compacted', value: 'true' }],
      createdBy: 'bench',
    }),
  )
