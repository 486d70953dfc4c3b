import { DataType, type Field, type Vector } from 'apache-arrow'
import { tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { isJson } from './field.ts'
import { sharedColumn } from './sharedColumn.ts'
import { arrowCellReader } from './values.ts'

const emptyTypeOf = (field: Field): TableColumn['type'] => {
  const { type } = field
  const of: DataType = DataType.isDictionary(type) ? type.dictionary : type
  if (isJson(field) || DataType.isStruct(of) || DataType.isMap(of)) return 'json'
  if (DataType.isTimestamp(of) || DataType.isDate(of)) return 'time'
  if (DataType.isInt(of)) return 'integer'
  if (DataType.isBool(of)) return 'boolean'
  if (DataType.isList(of) || DataType.isFixedSizeList(of)) return 'list'
  return DataType.isUtf8(of) || DataType.isLargeUtf8(of) ? 'text' : 'number'
}

/** Converts an Arrow column to a table column, value by value where its arrays cannot be shared. */
export const columnFromVector = (field: Field, vector: Vector): TableColumn => {
  const shared = isJson(field) ? undefined : sharedColumn(vector)
  if (shared !== undefined) return shared
  const read = arrowCellReader(field)
  const cells = tableColumnBuilder({ emptyType: emptyTypeOf(field), capacity: vector.length, isParsed: true })
  for (const value of vector) cells.push(value === null ? undefined : read(value))
  return cells.build()
}
