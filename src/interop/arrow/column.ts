import { Bool, type Data, type DataType, Field, Float64, makeData, TimestampMillisecond } from 'apache-arrow'
import type { TableColumn } from '../../ops/runs/toTable.ts'
import type { NumberColumn } from '../../types/run/History.ts'
import { jsonText } from '../json.ts'
import { bitsOf, dictionaryData, textData, validityOf } from './buffers.ts'

const NAME = 'wandb-run-ops.name'

/** Arrow's writer drops an empty name, and its reader returns `null` for it, so the metadata records it. */
export const nameMetadata = (name: string): ReadonlyMap<string, string> => new Map(name === '' ? [[NAME, name]] : [])

export const fieldName = ({ name, metadata }: Field): string => metadata.get(NAME) ?? name

/** A column of an Arrow table. */
export interface ArrowColumn {
  readonly field: Field
  readonly data: Data
}

/** Arrow's canonical extension type for JSON, which readers may decode. */
export const jsonExtension: ReadonlyMap<string, string> = new Map([
  ['ARROW:extension:name', 'arrow.json'],
  ['ARROW:extension:metadata', ''],
])

const columnOf = (
  name: string,
  data: Data<DataType>,
  metadata: ReadonlyMap<string, string> = new Map(),
): ArrowColumn => ({
  field: new Field(name, data.type, true, new Map([...metadata, ...nameMetadata(name)])),
  data,
})

/** Shares the array with Arrow without a copy. */
const numbers = ({ values, present }: Omit<NumberColumn, 'type'>): Data<Float64> =>
  makeData({
    type: new Float64(),
    length: values.length,
    data: values,
    ...validityOf(values.length, (row) => present[row] === 1),
  })

const times = ({ values, present }: Omit<NumberColumn, 'type'>): Data<TimestampMillisecond> => {
  const isValid = (row: number): boolean => present[row] === 1 && Number.isFinite(values[row])
  return makeData({
    type: new TimestampMillisecond('UTC'),
    length: values.length,
    data: BigInt64Array.from(values, (value, row) => (isValid(row) ? BigInt(Math.trunc(value)) : 0n)),
    ...validityOf(values.length, isValid),
  })
}

const booleans = (values: ReadonlyArray<boolean | undefined>): Data<Bool> =>
  makeData({
    type: new Bool(),
    length: values.length,
    data: bitsOf(values.length, (row) => values[row] === true),
    ...validityOf(values.length, (row) => values[row] !== undefined),
  })

const isAllOr = <A>(
  values: ReadonlyArray<unknown>,
  is: (value: unknown) => value is A,
): values is Array<A | undefined> => values.every((value) => value === undefined || is(value))

const isText = (value: unknown): value is string => typeof value === 'string'
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

/** Converts a column to Arrow. Values of mixed types become JSON. */
export const arrowColumn = (name: string, column: TableColumn): ArrowColumn => {
  switch (column.type) {
    case 'number':
      return columnOf(name, numbers(column))
    case 'time':
      return columnOf(name, times(column))
    case 'text':
      return columnOf(name, dictionaryData(column.values))
    case 'boolean':
      return columnOf(name, booleans(column.values))
    case 'value':
      if (isAllOr(column.values, isText)) return columnOf(name, dictionaryData(column.values))
      if (isAllOr(column.values, isBoolean)) return columnOf(name, booleans(column.values))
      return columnOf(name, textData(column.values.map(jsonText)), jsonExtension)
  }
}

/** The non-null column `_step` of a history. */
export const stepColumn = (steps: Float64Array): ArrowColumn => ({
  field: new Field('_step', new Float64(), false),
  data: makeData({ type: new Float64(), length: steps.length, nullCount: 0, data: steps }),
})
