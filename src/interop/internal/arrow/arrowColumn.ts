import { Bool, type Data, type DataType, Field, Float64, makeData, TimestampMillisecond } from 'apache-arrow'
import type { TableColumn } from '../../../ops/index.ts'
import type { NumberColumn } from '../../../types/index.ts'
import { nameMetadata } from './fieldName.ts'
import { jsonText } from './jsonText.ts'
import { dictionaryData, textData } from './texts.ts'
import { bitsOf, validityOf } from './validity.ts'

/** A column of an Arrow table: its name and type, and its values. */
export interface ArrowColumn {
  readonly field: Field
  readonly data: Data
}

/** The name of Arrow's own extension type for JSON: readers that know it give values instead of texts. */
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

/** The array itself becomes Arrow's: nothing is copied. */
const numbers = ({ values, present }: Omit<NumberColumn, 'type'>): Data<Float64> =>
  makeData({
    type: new Float64(),
    length: values.length,
    data: values,
    ...validityOf(values.length, (row) => present[row] === 1),
  })

const moments = ({ values, present }: Omit<NumberColumn, 'type'>): Data<TimestampMillisecond> => {
  const isMoment = (row: number): boolean => present[row] === 1 && Number.isFinite(values[row])
  return makeData({
    type: new TimestampMillisecond('UTC'),
    length: values.length,
    data: BigInt64Array.from(values, (value, row) => (isMoment(row) ? BigInt(Math.trunc(value)) : 0n)),
    ...validityOf(values.length, isMoment),
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

/** A column as Arrow has it. Values of one type keep that; others become JSON. */
export const arrowColumn = (name: string, column: TableColumn): ArrowColumn => {
  switch (column.type) {
    case 'number':
      return columnOf(name, numbers(column))
    case 'time':
      return columnOf(name, moments(column))
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

/** The steps of a history, which every row has. */
export const stepColumn = (steps: Float64Array): ArrowColumn => ({
  field: new Field('_step', new Float64(), false),
  data: makeData({ type: new Float64(), length: steps.length, nullCount: 0, data: steps }),
})
