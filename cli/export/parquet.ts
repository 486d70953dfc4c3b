import { join } from 'node:path'
import type { SchemaElement } from 'hyparquet'
import { type ColumnSource, fileWriter, ParquetWriter } from 'hyparquet-writer'
import { cellAt } from '../../src/history/table/cellAt.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import { copyTo, type Sink } from '../output/Sink.ts'
import { temporaryFailed } from '../output/temporary.ts'
import { toJson } from '../text/toJson.ts'
import type { ColumnKind } from './ColumnKind.ts'
import type { Spooled } from './Spool.ts'

const OPTIONAL = 'OPTIONAL'
const string = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const

/** Readers take times for ones of no zone unless both types say that they are in UTC. */
const time = {
  type: 'INT64',
  converted_type: 'TIMESTAMP_MILLIS',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
} as const

const elements = {
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INT64' },
  json: string,
  number: { type: 'DOUBLE' },
  text: string,
  time,
} as const satisfies Readonly<Record<string, Partial<SchemaElement>>>

/** The elements of the schema for a column, of which every one is nullable: a list takes three. */
const schemaOf = (name: string, kind: ColumnKind): ReadonlyArray<SchemaElement> =>
  typeof kind === 'object'
    ? [
        { name, repetition_type: OPTIONAL, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...schemaOf('element', kind.list ?? 'number'),
      ]
    : [{ name, repetition_type: OPTIONAL, ...elements[kind] }]

/** The value of a cell as the writer takes it. */
const toParquet = (value: unknown, kind: ColumnKind): unknown => {
  if (value === undefined || value === null) return null
  if (typeof kind === 'object')
    return (value as ReadonlyArray<unknown>).map((item) => toParquet(item, kind.list ?? 'number'))
  if (kind === 'integer') return BigInt(value as number)
  if (kind === 'json') return toJson(value)
  return kind === 'time' && Number.isNaN((value as Date).getTime()) ? null : value
}

const sourceOf = (table: RunTable, name: string, kind: ColumnKind): ColumnSource => {
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined
  const data = Array.from({ length: table.length }, (_, row) =>
    column === undefined ? null : toParquet(cellAt(column, row), kind),
  )
  return { name, data }
}

/** Writes tables as Parquet, a row group for each; every column is nullable. */
export const writeParquet = async ({ columns, tables, folder }: Spooled, sink: Sink): Promise<void> => {
  const file = join(folder, 'parquet')
  const buffered = async <A>(work: () => A | Promise<A>): Promise<A> => {
    try {
      return await work()
    } catch (error) {
      throw temporaryFailed(error)
    }
  }
  const schema: Array<SchemaElement> = [
    { name: 'root', num_children: columns.length },
    ...columns.flatMap(({ name, kind }) => schemaOf(name, kind)),
  ]
  const writer = await buffered(
    () => new ParquetWriter({ writer: fileWriter(file), schema, createdBy: 'wandb-run-ops' }),
  )
  for await (const table of tables()) {
    const columnData = columns.map(({ name, kind }) => sourceOf(table, name, kind))
    await buffered(() => writer.write({ columnData, rowGroupSize: table.length }))
  }
  await buffered(() => writer.finish())
  await copyTo(sink, file)
}
