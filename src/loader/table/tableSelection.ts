import type { GraphqlDocument } from '../../client/graphql/document.ts'
import type { Column } from '../../query/Column.ts'
import { computedColumns } from '../../query/columnFields.ts'
import type { DefaultField } from '../../types/run/RunHeavy.ts'
import { runNodeFields } from '../../types/run/RunLight.ts'
import { getOwn } from '../../types/wire/own.ts'
import type { AnyFields } from '../../types/wire/record.ts'
import {
  type DictKeys,
  type RunsExtras,
  runSelection,
  runsPageDocument,
  runVariableTypes,
} from '../request/selection.ts'

/** What a table needs of the nodes of runs. */
export interface TableSelection {
  /** The light fields, in the order of the record. */
  readonly reads: AnyFields
  readonly dicts: ReadonlyArray<DefaultField>
  readonly keys: DictKeys
}

/** What the columns of all keys need. */
export const wholeRuns: TableSelection = { reads: runNodeFields, dicts: ['config', 'summary'], keys: {} }

const dictOf = { Config: 'config', Summary: 'summary', SystemMetrics: 'systemMetrics' } as const

/** The fields of the record that a column reads. */
const fieldsRead = (column: Column): ReadonlyArray<string> => {
  if (column._tag === 'StartOf') return fieldsRead(column.of)
  if (column._tag !== 'Field') return []
  const computed = getOwn(computedColumns, column.name) as { readonly reads: ReadonlyArray<string> } | undefined
  return computed?.reads ?? [column.name]
}

/** What columns need. The ids are always read: they tell runs apart, and say which could not be read. */
export const selectColumns = (columns: ReadonlyArray<Column>): TableSelection => {
  const names = new Set(['id', 'storageId', ...columns.flatMap(fieldsRead)])
  const keys = { config: new Set<string>(), summary: new Set<string>(), systemMetrics: new Set<string>() }
  for (const column of columns) if ('path' in column) keys[dictOf[column._tag]].add(column.path[0] ?? '')
  return {
    reads: Object.fromEntries(Object.entries(runNodeFields).filter(([name]) => names.has(name))),
    dicts: (['config', 'summary', 'systemMetrics'] as const).filter((dict) => keys[dict].size > 0),
    keys: { config: [...keys.config], summary: [...keys.summary] },
  }
}

/** Selects a page of runs with what a table needs. */
export const tableDocument = ({ reads, dicts, keys }: TableSelection, extras: RunsExtras): GraphqlDocument =>
  runsPageDocument('RunTable', runVariableTypes(dicts, keys), runSelection(dicts, keys, reads), extras)

/** The values of the variables of {@link tableDocument}. */
export const tableVariables = ({ dicts, keys }: TableSelection): Readonly<Record<string, unknown>> => ({
  ...(dicts.includes('config') && keys.config !== undefined ? { configKeys: keys.config } : {}),
  ...(dicts.includes('summary') && keys.summary !== undefined ? { summaryKeys: keys.summary } : {}),
})
