import { keyCells } from '../../history/table/keyCells.ts'
import { keyColumn, keyDicts, lightColumns } from '../../query/defaultColumns.ts'
import { isInternalKey } from '../../types/run/ConfigDict.ts'
import { askedTable, type TableBuilder } from './askedTable.ts'
import { configCell, isInternalSummaryKey, metricCell } from './cellReader.ts'

/** How the keys of each dict become columns. */
const keyOptions = {
  config: { isLeftOut: isInternalKey, cellOf: configCell, isParsed: true },
  summary: { isLeftOut: isInternalSummaryKey, cellOf: metricCell, isParsed: true },
} as const

/** Builds a table of all light fields, and of all keys that the config or the summary of any run has. */
export const wholeTable = (): TableBuilder => {
  const light = askedTable(Object.entries(lightColumns()).map(([name, column]) => ({ name, readings: [column] })))
  const dicts = keyDicts.map((kind) => ({ kind, cells: keyCells(keyOptions[kind.field]) }))
  let rows = 0
  return {
    add: (values) => {
      light.add(values)
      for (const { kind, cells } of dicts) cells.add(values[kind.field], rows)
      rows += 1
    },
    build: () => [
      ...light.build(),
      ...dicts.flatMap(({ kind, cells }) => cells.build(rows).map(({ key, column }) => keyColumn(kind, key, column))),
    ],
  }
}
