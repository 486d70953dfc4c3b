import { parquetWriteBuffer } from 'hyparquet-writer'
import { flatten, type Row } from './flatten.ts'
import { cellOf, elementsOf } from './schema.ts'
import { type Shape, shapeOf } from './shape.ts'

export interface WriteOptions {
  readonly rowGroupRows: number
  /** Whether `_step` is written as a float, as in some exports. */
  readonly floatSteps: boolean
}

const isNegativeZero = (value: unknown): boolean => Object.is(value, -0)

/** Writes rows as a SNAPPY-compressed Parquet file with one column per key. */
export function writeParquet(rows: readonly Row[], { rowGroupRows, floatSteps }: WriteOptions): Uint8Array {
  const flat = rows.map((row) => flatten(row))
  const names = [...new Set(flat.flatMap((cells) => [...cells.keys()]))]
  const columns = names.map((name) => {
    const cells = flat.map((row) => row.get(name))
    const shape: Shape =
      name === '_step' && floatSteps ? { kind: 'DOUBLE' } : shapeOf(cells.filter((cell) => cell !== undefined))
    return { name, shape, cells }
  })
  const buffer = parquetWriteBuffer({
    schema: [
      { name: 'schema', num_children: columns.length },
      ...columns.flatMap(({ name, shape }) => elementsOf(name, shape)),
    ],
    columnData: columns.map(({ name, shape, cells }) => ({
      name,
      data: cells.map((cell) => cellOf(cell, shape)),
      // A dictionary would merge -0 and 0.
      ...(shape.kind === 'DOUBLE' && cells.some(isNegativeZero) ? { encoding: 'PLAIN' as const } : {}),
    })),
    codec: 'SNAPPY',
    rowGroupSize: rowGroupRows,
    kvMetadata: [{ key: 'wandb-compacted', value: 'true' }],
    createdBy: 'sandbox',
  })
  return new Uint8Array(buffer)
}
