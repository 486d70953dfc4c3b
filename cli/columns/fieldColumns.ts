import type { Column } from '../../src/query/Column.ts'
import type { ColumnField } from '../../src/query/columnFields.ts'
import { column } from '../../src/query/index.ts'
import type { RunLight } from '../../src/types/index.ts'

const { config: _config, summary: _summary, systemMetrics: _systemMetrics, history: _history, ...fields } = column

/** The columns of the fields that every run has, by name. */
export const fieldColumns: ReadonlyMap<string, Column<unknown, RunLight>> = new Map(
  Object.entries(fields satisfies Readonly<Record<ColumnField, Column<unknown, RunLight>>>),
)

/** The dicts of a run that columns can address. */
export const dicts = ['config', 'summary', 'systemMetrics'] as const

export type DictName = (typeof dicts)[number]

export const isDictName = (name: string): name is DictName => (dicts as ReadonlyArray<string>).includes(name)
