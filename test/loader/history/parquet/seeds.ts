import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { writeParquet } from '../../../../sandbox/parquet/write.ts'

const data = fileURLToPath(new URL('../../../data/', import.meta.url))

const real = ['history.parquet', 'empty.parquet'].map((name) => `${data}${name}`)

const foreign = readdirSync(`${data}parquet`).map((name) => `${data}parquet/${name}`)

const STEPS = Array.from({ length: 50 }, (_, step) => step)

/** A file of each encoding and compression that `hyparquet-writer` offers. */
const written = (['SNAPPY', 'UNCOMPRESSED'] as const).flatMap((codec) =>
  (['PLAIN', 'RLE_DICTIONARY', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT'] as const).map((encoding) => {
    const isFloat = encoding !== 'DELTA_BINARY_PACKED'
    const ofNumbers = isFloat ? { type: 'DOUBLE' as const } : { type: 'INT32' as const }
    return new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: '_step', data: STEPS.map(BigInt), type: 'INT64', encoding },
          { name: 'a', data: STEPS.map((step) => (step % 3 === 0 ? null : step % 7)), ...ofNumbers, encoding },
          { name: 'b', data: STEPS.map((step) => `text ${step % 4}`), type: 'STRING' },
        ],
        rowGroupSize: 25,
        codec,
      }),
    )
  }),
)

/** An export with lists, dicts and metrics of several types, as the sandbox makes it. */
const nested = writeParquet(
  STEPS.map((_step) => ({
    _step,
    loss: _step / 7,
    mixed: _step % 2 === 0 ? _step : `text ${_step}`,
    table: { _type: 'table-file', ncols: _step, columns: ['a', 'b'] },
    list: [_step, [_step]],
  })),
  { rowGroupRows: 20, floatSteps: true },
)

/** Whole files, from real exports and from three writers. */
export const seeds: ReadonlyArray<Uint8Array> = [
  ...[...real, ...foreign].map((path) => new Uint8Array(readFileSync(path))),
  ...written,
  nested,
]
